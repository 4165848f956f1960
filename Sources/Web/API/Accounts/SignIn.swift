import Domain
import HTTPTypes
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/auth/sign-in` with `{email, password}` sets the cookie.
    func signIn(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return services.answer(try await services.signIn(call.body(SignInBody.self), by: visitor))
    }
}

extension Services {
    /// - Throws: `DomainError.unauthenticated` for a wrong password, an unknown address and a disabled account, without
    ///   a difference in content or time; `.tooOften` and `.unavailable`, equally for all of them.
    func signIn(_ body: SignInBody, by visitor: Visitor) async throws -> SignedIn {
        let known = try await admitted(visitor, to: body.email)
        let attempt = try known?.attempt ?? brake.signIn(to: body.email, from: visitor.network, at: clock.now())
        let requester = HashRequester(
            known == nil ? .stranger : .known, network: visitor.network, isGone: visitor.isGone)
        return try await attempt.trying(clock: clock) {
            let found = try await store.accounts.credentials(of: body.email)
            let isRight = try await passwords.verify(body.password, against: found?.passwordHash, for: requester)
            guard let user = found?.user, isRight else {
                throw DomainError.unauthenticated("Wrong email or password.")
            }
            let token = SecretToken(.browserSession)
            let browser = try await store.browserSessions.create(
                token.newBrowserSession(on: visitor.deviceName), of: user.id, at: clock.now())
            return try await welcome(visitor, as: browser, with: token, isKnown: known != nil)
        }
    }

    /// Charges the attempt of a browser that is known to the account; `nil` for an unknown browser. A known browser
    /// that fails too often is treated as unknown.
    private func admitted(
        _ visitor: Visitor, to email: EmailAddress
    ) async throws -> (attempt: Charge, id: KnownBrowserID)? {
        guard let device = visitor.device else { return nil }
        let id = device.knownBrowserID
        guard let digest = try await store.knownBrowsers.digest(of: id, for: email, at: clock.now()),
            digest.matches(device.digest)
        else { return nil }
        do {
            return (try brake.signIn(inKnown: id, at: clock.now()), id)
        } catch {
            try await store.knownBrowsers.forget(id)
            return nil
        }
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
