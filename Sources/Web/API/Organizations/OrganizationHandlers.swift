import Domain
import Hummingbird
import Storage

/// The handlers of an organization itself.
struct OrganizationHandlers: Sendable {
    let services: Services

    /// `PATCH /api/organizations/{organization}` with `{name}`.
    func rename(_ call: Call<Owner>) async throws -> Response {
        let name = try await call.body(RenameBody.self).name
        let organization = try await services.store.accounts.rename(call.identity.organization, to: name)
        return .json { json in
            json.field("organization") { json in
                json.object { json in
                    json.field("id", organization.id.rawValue)
                    json.field("name", organization.name)
                }
            }
        }
    }
}

struct RenameBody: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("name")
        let givenName = fields.text("name") { text throws(InvalidValue) in try PlainText.line(text, maximum: 100) }
        name = try fields.finish(givenName)
    }
}
