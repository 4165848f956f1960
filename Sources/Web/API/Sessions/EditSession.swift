import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `PATCH /api/sessions/{id}` with `{title?, status?, model?, effort?, mode?}`.
    func edit(_ call: Call<Member>) async throws -> Response {
        let edit = try await call.body(EditSessionBody.self).edit
        let session = try await services.store.sessions.apply(
            edit, to: call.sessionID, of: call.identity.organization, by: call.identity.name,
            at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }
}

/// The fields of a session that may be changed.
struct EditSessionBody: Decodable {
    let edit: SessionEdit

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let title = fields.text("title") { text throws(InvalidValue) in
            try PlainText.line(text, maximum: SessionEdit.maximumTitleLength)
        }
        edit = SessionEdit(
            title: title, status: fields.choice("status", SessionStatus.self), choices: fields.choices())
        try fields.finish()
    }
}
