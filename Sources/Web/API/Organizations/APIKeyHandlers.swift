import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Handlers for an organization's API keys.
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

    /// Creates a key from `{name, expiresAt?}`. Only this response shows the key.
    func create(_ call: Call<Owner>) async throws -> Response {
        let (body, text) = try await call.bodyAndText(NewAPIKeyBody.self)
        let token = SecretToken(.apiKey)
        let key = try body.key(of: call.identity.organization, opening: token, at: services.clock.now())
        return try await call.created(
            text, by: .browser(call.identity.browser),
            charging: try services.growth.adding(.key, by: call.identity.browser.user.id), from: services.growth
        ) { json, key in
            json.field("apiKey") { json in
                json.object { json in
                    json.apiKeyFields(key)
                    json.field("key", token.text)
                }
            }
        } create: { once in
            try await services.store.apiKeys.create(
                key, digest: token.digest, limit: services.growth.limits.keys, once: once)
        }
    }

    func revoke(_ call: Call<Owner>) async throws -> Response {
        try await services.store.apiKeys.revoke(
            call.apiKeyID, of: call.identity.organization, at: services.clock.now())
        return Response(status: .noContent)
    }
}

struct NewAPIKeyBody: Decodable {
    private let name: String
    private let expiresAt: Timestamp?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("name")
        let givenName = fields.name()
        expiresAt = fields.time("expiresAt")
        name = try fields.finish(givenName)
    }

    /// - Throws: `DomainError.invalid` for an expiry that isn't in the future.
    func key(of organization: OrganizationID, opening token: SecretToken, at time: Timestamp) throws -> APIKey {
        if let expiresAt, expiresAt <= time {
            throw DomainError.invalid(fields: [FieldError("expiresAt", "must be in the future")])
        }
        return APIKey(
            id: token.apiKeyID, organizationID: organization, name: name, createdAt: time, expiresAt: expiresAt)
    }
}
