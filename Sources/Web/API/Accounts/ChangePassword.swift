import Domain
import Hummingbird
import Storage

extension AccountHandlers {
    /// `POST /api/me/password` with `{current, new}` signs out the person's other browsers.
    func changePassword(_ call: Call<BrowserSession>) async throws -> Response {
        let user = call.identity.user
        let body = try await call.body(ChangePasswordBody.self)
        do throws(InvalidValue) {
            try PasswordPolicy.check(body.new, email: user.email)
        } catch {
            throw DomainError.invalid(fields: [FieldError("new", error.detail)])
        }
        let known = try await services.store.accounts.credentials(of: user.email)?.passwordHash
        guard try await services.passwords.verify(body.current, against: known), let known else {
            throw DomainError.invalid(fields: [FieldError("current", "is not your password")])
        }
        try await services.store.accounts.changePassword(
            of: user.id, from: known, to: try await services.passwords.hash(body.new), keeping: call.identity.id)
        return Response(status: .noContent)
    }
}

private struct ChangePasswordBody: Decodable {
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
