import Domain
import Hummingbird
import Storage

extension AccountPages {
    /// `GET /sign-in?next=PATH`
    func showSignIn(_ call: Call<Anyone>) throws -> Response {
        signInPage(FormState(["next": try call.query("next") ?? ""])).response()
    }

    /// `POST /sign-in` goes on to where the person wanted to.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        return try await call.submit { form in
            let signedIn = try await services.signIn(form.body(SignInBody.self))
            var response = Response.seeOther(LocalPath(form["next"])?.text ?? "/")
            response.setCookie(services.cookie(of: signedIn.token))
            return response
        } refused: {
            signInPage($0)
        }
    }

    /// `POST /sign-out`
    func signOut(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.store.browserSessions.delete(call.identity.id, of: call.identity.user.id)
        var response = Response.seeOther("/sign-in")
        response.setCookie(services.noCookie)
        return response
    }

    private func signInPage(_ form: FormState) -> Page {
        Page(template: "sign-in", title: "Sign in", content: SignInContent(form))
    }
}

private struct SignInContent {
    let problem: String?
    let next: FormField
    let email: FormField
    let password: FormField

    init(_ form: FormState) {
        problem = form.problem
        next = form.field("next", "", isRequired: false)
        email = form.field("email", "E-mail address", type: "email", autocomplete: "username")
        password = form.field("password", "Password", type: "password", autocomplete: "current-password")
    }
}
