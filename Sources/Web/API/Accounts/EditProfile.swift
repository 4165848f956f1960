import Domain
import Hummingbird
import Storage

extension AccountHandlers {
    /// `PATCH /api/me` with `{name?, imageUrl?}`; an empty `imageUrl` removes the picture.
    func editProfile(_ call: Call<BrowserSession>) async throws -> Response {
        let edit = try await call.body(EditProfileBody.self).edit
        let user = try await services.store.accounts.apply(
            edit, to: call.identity.user.id, at: services.clock.now())
        return .json { $0.identityFields(user, call.identity.memberships) }
    }
}

struct EditProfileBody: Decodable {
    let edit: ProfileEdit

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let name = fields.text("name") { text throws(InvalidValue) in try PlainText.line(text, maximum: 100) }
        edit = ProfileEdit(name: name, image: fields.text("imageUrl", ProfileImage.init(_:)))
        try fields.finish()
    }
}
