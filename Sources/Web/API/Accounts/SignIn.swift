import Domain
import HTTPTypes
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/auth/sign-in` with `{email, password}` sets the cookie. A wrong password, an unknown address and a
    /// disabled account get the same answer after the same time.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let body = try await call.body(SignInBody.self)
        let found = try await services.store.accounts.credentials(of: body.email)
        let isRight = try await services.passwords.verify(body.password, against: found?.passwordHash)
        guard let user = found?.user, isRight else {
            throw DomainError.unauthenticated("The e-mail address or the password is wrong.")
        }
        let token = SecretToken(.browserSession)
        let browser = try await services.store.browserSessions.create(
            token.newBrowserSession, of: user.id, at: services.clock.now())
        return services.signedIn(browser, with: token)
    }
}

extension Services {
    /// Tells who is signed in, and sets the cookie.
    func signedIn(
        _ browser: BrowserSession, with token: SecretToken, status: HTTPResponse.Status = .ok
    ) -> Response {
        var response = Response.json(status) { $0.identityFields(browser.user, browser.memberships) }
        response.setCookie(
            .browserSession(token.text, lifetime: BrowserSession.lifetime, isSecure: configuration.isSecure))
        return response
    }
}

private struct SignInBody: Decodable {
    let email: EmailAddress
    let password: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("email", "password")
        let givenEmail = fields.text("email", EmailAddress.init(_:))
        let givenPassword = fields.text("password", PasswordPolicy.presented)
        (email, password) = try fields.finish(givenEmail, givenPassword)
    }
}

extension Cookie {
    /// The cookie of a signed-in browser; with an empty value and no lifetime it signs out.
    static func browserSession(_ value: String, lifetime: Duration, isSecure: Bool) -> Cookie {
        Cookie(
            name: Authenticator.cookieName, value: value, maxAge: Int(lifetime.components.seconds), path: "/",
            secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
