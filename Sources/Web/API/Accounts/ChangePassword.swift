import Domain
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/me/password` with `{current, new}` changes the password and signs out the person's other browsers.
    func changePassword(_ call: Call<BrowserSession>) async throws -> Response {
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        try await services.changePassword(call.body(ChangePasswordBody.self), in: call.identity, by: visitor)
        return Response(status: .noContent)
    }
}

extension Services {
    /// - Throws: `DomainError.invalid` when the current password is wrong or the new one isn't allowed; `.tooOften`
    ///   after too many wrong ones, because a person with a stolen cookie doesn't know the password.
    func changePassword(
        _ body: ChangePasswordBody, in browser: BrowserSession, by visitor: Visitor
    ) async throws {
        let user = browser.user
        do throws(InvalidValue) {
            try PasswordPolicy.check(body.new, email: user.email)
        } catch {
            throw DomainError.invalid(fields: [FieldError("new", error.detail)])
        }
        let requester = HashRequester(.known, network: visitor.network, isGone: visitor.isGone)
        try await brake.changePassword(in: browser.id, at: clock.now()).trying(clock: clock) {
            let known = try await store.accounts.credentials(of: user.email)?.passwordHash
            guard try await passwords.verify(body.current, against: known, for: requester), let known else {
                throw DomainError.invalid(fields: [FieldError("current", "is incorrect")])
            }
            try await store.accounts.changePassword(
                of: user.id, from: known, to: try await passwords.hash(body.new, for: requester), keeping: browser.id)
        }
    }
}

struct ChangePasswordBody: Decodable {
    let current: String
    let new: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("current", "new")
        let givenCurrent = fields.text("current", PasswordPolicy.presented)
        let givenNew = fields.text("new")
        (current, new) = try fields.finish(givenCurrent, givenNew)
    }
}
