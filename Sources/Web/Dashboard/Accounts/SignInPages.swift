import Domain
import Hummingbird
import Storage

/// The start page, signing in and out, and the choice of colors.
struct SignInPages: Sendable {
    let services: Services

    /// `GET /` redirects to the sessions of the person's first organization.
    func home(_ call: Call<BrowserSession>) -> Response {
        guard let first = call.identity.memberships.first else {
            return Page(
                template: "no-organization", title: "No organization", content: (), frame: PageFrame(call.identity)
            ).response()
        }
        return .seeOther(first.organization.id.sessionsPath)
    }

    /// `GET /sign-in?next=PATH`, with `reason=signed-out` after a form that was sent when its person was already signed
    /// out, and `reason=expired` after a second step that took too long.
    func showSignIn(_ call: Call<Anyone>) throws -> Response {
        let form = FormState(["next": try call.query("next") ?? ""])
        return signInPage(form, reason: try call.query("reason")).response()
    }

    /// `POST /sign-in` redirects to the page that the person wanted to open, or to the second step.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit { form in
            switch try await services.accounts.signIn(form.body(SignInBody.self), by: visitor) {
            case .done(let signedIn):
                return services.cookies.signIn(signedIn, .seeOther(LocalPath(form["next"])?.text ?? "/"))
            case .needsCode(let token):
                return services.cookies.secondStep(
                    token, .seeOther("/sign-in/code?next=\(form["next"].percentEncoded)"))
            }
        } refused: {
            signInPage($0)
        }
    }

    /// `POST /sign-out`
    func signOut(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.store.browserSessions.delete(
            call.identity.id, of: call.identity.user.id, as: .signedOut, at: services.clock.now())
        return services.cookies.signOut(.seeOther("/sign-in"))
    }

    /// `POST /theme` stores the chosen colors in a cookie, and redirects to the page with the form.
    func chooseTheme(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let form = try await call.submittedForm()
        var response = Response.seeOther(call.request.previousPath(on: services.configuration.origins)?.text ?? "/")
        let theme = Theme(rawValue: form["theme"])
        response.setCookie(
            services.cookies.cookie(
                Theme.cookieName, theme?.rawValue ?? "", lifetime: theme == nil ? .zero : Theme.lifetime))
        return response
    }

    private func signInPage(_ form: FormState, reason: String? = nil) -> Page {
        Page(template: "sign-in", title: "Sign in", content: SignInContent(form, reason: reason))
    }
}

private struct SignInContent {
    /// Whether a form was rejected because its person was signed out.
    let isSignedOut: Bool
    /// Whether the second step took too long, or had too many wrong codes.
    let isExpired: Bool
    let problem: String?
    let next: FormField
    let email: FormField
    let password: FormField

    init(_ form: FormState, reason: String?) {
        isSignedOut = reason == "signed-out"
        isExpired = reason == "expired"
        problem = form.problem
        next = form.field("next", "", isRequired: false)
        email = form.field("email", "Email", type: "email", autocomplete: "username")
        password = form.field("password", "Password", type: "password", autocomplete: "current-password")
    }
}
