import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Handlers for signing in and out, and for setting up the server.
struct SignInHandlers: Sendable {
    let services: Services

    /// `POST /api/auth/sign-in` with `{email, password, code?}` sets the cookie.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        switch try await services.accounts.signIn(call.body(SignInBody.self), by: visitor) {
        case .done(let signedIn): return answer(signedIn)
        case .needsCode: throw DomainError.codeMissing
        }
    }

    /// `POST /api/auth/sign-out` ends the browser's session in the database and deletes its cookie.
    func signOut(_ call: Call<BrowserSession>) async throws -> Response {
        try await services.store.browserSessions.delete(
            call.identity.id, of: call.identity.user.id, as: .signedOut, at: services.clock.now())
        return services.cookies.signOut(Response(status: .noContent))
    }

    /// `POST /api/setup` with the set-up link's token creates the first organization and its owner, who is signed in.
    func setUp(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return answer(try await services.accounts.setUp(call.body(SetUpBody.self), by: visitor), status: .created)
    }

    /// `POST /api/invitations/sign-up` with `{token, name, email, password}` creates an account, which is signed in.
    func signUp(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        let newcomer = try await services.invitations.signUp(call.body(SignUpBody.self), by: visitor)
        return answer(newcomer.signedIn, status: .created)
    }

    private func answer(_ signedIn: SignedIn, status: HTTPResponse.Status = .ok) -> Response {
        let browser = signedIn.browser
        return services.cookies.signIn(
            signedIn, .json(status) { $0.identityFields(browser.user, browser.memberships) })
    }
}

struct SignInBody: Decodable {
    let email: EmailAddress
    let password: String
    /// The code of an account with a second factor.
    let code: String?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("email", "password")
        code = fields.text("code")
        let givenEmail = fields.text("email", EmailAddress.init(_:))
        let givenPassword = fields.text("password", PasswordPolicy.presented)
        (email, password) = try fields.finish(givenEmail, givenPassword)
    }
}

struct SetUpBody: Decodable {
    let token: String
    let organization: String
    let account: AccountDraft

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("token", "organization")
        let givenToken = fields.text("token")
        let givenOrganization = fields.text("organization") { text throws(InvalidValue) in
            try PlainText.line(text, maximum: 100)
        }
        let givenAccount = fields.account()
        (token, organization, account) = try fields.finish(givenToken, givenOrganization, givenAccount)
    }
}

struct SignUpBody: Decodable {
    let token: String
    let account: AccountDraft

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("token")
        let givenToken = fields.text("token")
        let givenAccount = fields.account()
        (token, account) = try fields.finish(givenToken, givenAccount)
    }
}
