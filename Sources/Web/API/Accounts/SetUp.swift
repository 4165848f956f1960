import Domain
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/setup` with the set-up link's token makes the first organization and its owner, who is signed in.
    func setUp(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let body = try await call.body(SetUpBody.self)
        let gate = services.setUpGate
        guard try await !gate.isOpen(asking: services.store.accounts) else { throw DomainError.alreadySetUp }
        try gate.check(body.token, at: services.clock.now())
        let owner = try await body.account.user(hashing: services.passwords)
        let token = SecretToken(.browserSession)
        let browser = try await services.store.accounts.setUp(
            organization: body.organization, owner: owner, signingIn: token.newBrowserSession,
            at: services.clock.now())
        gate.open()
        return services.signedIn(browser, with: token, status: .created)
    }
}

private struct SetUpBody: Decodable {
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
