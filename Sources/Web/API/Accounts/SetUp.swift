import Domain
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/setup` with the set-up link's token creates the first organization and its owner, and signs the owner
    /// in.
    func setUp(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        let owner = try await services.setUp(call.body(SetUpBody.self), by: visitor)
        return services.answer(owner, status: .created)
    }
}

extension Services {
    /// - Throws: `DomainError.conflict` if there already is an organization, `.notFound` for an invalid token,
    ///   `.tooOften` after too many invalid tokens.
    func setUp(_ body: SetUpBody, by visitor: Visitor) async throws -> SignedIn {
        guard try await !setUpGate.isOpen(asking: store.accounts) else { throw DomainError.alreadySetUp }
        return try await brake.openLink(from: visitor.network, at: clock.now()).trying(clock: clock) {
            try setUpGate.check(body.token, at: clock.now())
            let owner = try await body.account.user(hashing: passwords, for: HashRequester(newcomer: visitor))
            let token = SecretToken(.browserSession)
            let browser = try await store.accounts.setUp(
                organization: body.organization, owner: owner,
                signingIn: token.newBrowserSession(on: visitor.deviceName), at: clock.now())
            setUpGate.open()
            return try await welcome(visitor, as: browser, with: token)
        }
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
