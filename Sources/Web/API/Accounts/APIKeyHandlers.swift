import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The handlers of an organization's API keys.
struct APIKeyHandlers: Sendable {
    let services: Services

    func list(_ call: Call<Owner>) async throws -> Response {
        let keys = try await services.store.apiKeys.keys(of: call.identity.organization)
        return .json { json in
            json.field("apiKeys") { json in
                json.array(keys) { json, key in json.object { $0.apiKeyFields(key) } }
            }
        }
    }

    /// Makes a key from `{name, expiresAt?}`. The answer is the only time it is shown.
    func create(_ call: Call<Owner>) async throws -> Response {
        let now = services.clock.now()
        let (body, text) = try await call.bodyAndText(NewAPIKeyBody.self)
        if let expiresAt = body.expiresAt, expiresAt <= now {
            throw DomainError.invalid(fields: [FieldError("expiresAt", "must be in the future")])
        }
        let token = SecretToken(.apiKey)
        let key = APIKey(
            id: token.apiKeyID, organizationID: call.identity.organization, name: body.name, createdAt: now,
            expiresAt: body.expiresAt)
        return try await call.created(text, by: .browser(call.identity.browser)) { json, key in
            json.field("apiKey") { json in
                json.object { json in
                    json.apiKeyFields(key)
                    json.field("key", token.text)
                }
            }
        } create: { once in
            try await services.store.apiKeys.create(key, digest: token.digest, once: once)
        }
    }

    func revoke(_ call: Call<Owner>) async throws -> Response {
        let id = APIKeyID(rawValue: call.parameter("key"))
        try await services.store.apiKeys.revoke(id, of: call.identity.organization, at: services.clock.now())
        return Response(status: .noContent)
    }
}

private struct NewAPIKeyBody: Decodable {
    let name: String
    let expiresAt: Timestamp?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("name")
        let givenName = fields.text("name") { text throws(InvalidValue) in try PlainText.line(text, maximum: 100) }
        expiresAt = fields.time("expiresAt")
        name = try fields.finish(givenName)
    }
}
