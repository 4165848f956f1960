import Domain
import HTTPTypes
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/auth/sign-in` with `{email, password}` sets the cookie.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let signedIn = try await services.signIn(call.body(SignInBody.self))
        return services.signedIn(signedIn.browser, with: signedIn.token)
    }
}

extension Services {
    /// - Throws: `DomainError.unauthenticated`, the same after the same time for a wrong password, an unknown address and
    ///   a disabled account.
    func signIn(_ body: SignInBody) async throws -> (browser: BrowserSession, token: SecretToken) {
        let found = try await store.accounts.credentials(of: body.email)
        let isRight = try await passwords.verify(body.password, against: found?.passwordHash)
        guard let user = found?.user, isRight else {
            throw DomainError.unauthenticated("The e-mail address or the password is wrong.")
        }
        let token = SecretToken(.browserSession)
        let browser = try await store.browserSessions.create(token.newBrowserSession, of: user.id, at: clock.now())
        return (browser, token)
    }

    /// Tells who is signed in, and sets the cookie.
    func signedIn(
        _ browser: BrowserSession, with token: SecretToken, status: HTTPResponse.Status = .ok
    ) -> Response {
        var response = Response.json(status) { $0.identityFields(browser.user, browser.memberships) }
        response.setCookie(cookie(of: token))
        return response
    }

    /// The cookie of a browser that is signed in.
    func cookie(of token: SecretToken) -> Cookie {
        .browserSession(token.text, lifetime: BrowserSession.lifetime, isSecure: configuration.isSecure)
    }

    /// Takes the cookie from a browser that signs out.
    var noCookie: Cookie {
        .browserSession("", lifetime: .zero, isSecure: configuration.isSecure)
    }
}

struct SignInBody: Decodable {
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
    fileprivate static func browserSession(_ value: String, lifetime: Duration, isSecure: Bool) -> Cookie {
        Cookie(
            name: Authenticator.cookieName, value: value, maxAge: Int(lifetime.components.seconds), path: "/",
            secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
