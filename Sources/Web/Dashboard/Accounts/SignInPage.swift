import Domain
import Hummingbird
import Storage

extension AccountPages {
    /// `GET /sign-in?next=PATH`, with `reason=signed-out` after a form that was sent when its person was already signed
    /// out.
    func showSignIn(_ call: Call<Anyone>) throws -> Response {
        let form = FormState(["next": try call.query("next") ?? ""])
        return signInPage(form, isSignedOut: try call.query("reason") == "signed-out").response()
    }

    /// `POST /sign-in` redirects to the page that the person wanted to open.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit { form in
            let signedIn = try await services.signIn(form.body(SignInBody.self), by: visitor)
            return services.seeOther(LocalPath(form["next"])?.text ?? "/", as: signedIn)
        } refused: {
            signInPage($0)
        }
    }

    /// `POST /sign-out`
    func signOut(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.store.browserSessions.delete(call.identity.id, of: call.identity.user.id)
        return services.signedOut
    }

    private func signInPage(_ form: FormState, isSignedOut: Bool = false) -> Page {
        Page(template: "sign-in", title: "Sign in", content: SignInContent(form, isSignedOut: isSignedOut))
    }
}

extension Services {
    /// A redirect that sets the cookie of a new sign-in.
    func seeOther(_ path: String, as signedIn: SignedIn) -> Response {
        var response = Response.seeOther(path)
        setCookies(of: signedIn, in: &response)
        return response
    }

    /// A redirect to the sign-in page that deletes the cookie.
    var signedOut: Response {
        var response = Response.seeOther("/sign-in")
        response.setCookie(noCookie)
        return response
    }
}

private struct SignInContent {
    /// Whether a form was rejected because its person was signed out.
    let isSignedOut: Bool
    let problem: String?
    let next: FormField
    let email: FormField
    let password: FormField

    init(_ form: FormState, isSignedOut: Bool) {
        self.isSignedOut = isSignedOut
        problem = form.problem
        next = form.field("next", "", isRequired: false)
        email = form.field("email", "Email", type: "email", autocomplete: "username")
        password = form.field("password", "Password", type: "password", autocomplete: "current-password")
    }
}
