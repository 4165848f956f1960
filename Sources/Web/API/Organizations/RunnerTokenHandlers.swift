import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Handlers for the tokens of an organization's runners.
struct RunnerTokenHandlers: Sendable {
    let services: Services

    func list(_ call: Call<Owner>) async throws -> Response {
        let tokens = try await services.store.runners.tokens(readableIn: call.identity.organization)
        return .json { json in
            json.field("runnerTokens") { json in
                json.array(tokens) { json, listed in json.object { $0.runnerTokenFields(listed) } }
            }
        }
    }

    /// Creates a token from `{name, labels?}`. Only this response shows the token.
    func create(_ call: Call<Owner>) async throws -> Response {
        let (body, text) = try await call.bodyAndText(NewRunnerTokenBody.self)
        let secret = SecretToken(.runner)
        let token = body.token(of: call.identity.organization, opening: secret, at: services.clock.now())
        return try await call.created(
            text, by: .browser(call.identity.browser),
            charging: try services.growth.adding(.runnerToken, by: call.identity.browser.user.id), from: services.growth
        ) { json, token in
            json.field("runnerToken") { json in
                json.object { json in
                    json.runnerTokenFields(token)
                    json.field("token", secret.text)
                }
            }
        } create: { once in
            try await services.store.runners.create(
                token, digest: secret.digest, limit: services.growth.limits.runnerTokens, once: once)
        }
    }

    func revoke(_ call: Call<Owner>) async throws -> Response {
        try await services.store.runners.revoke(
            call.runnerTokenID, of: call.identity.organization, at: services.clock.now())
        return Response(status: .noContent)
    }
}

struct NewRunnerTokenBody: Decodable {
    private let name: String
    private let labels: RunnerLabels

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("name")
        let givenName = fields.name()
        labels = fields.list("labels", RunnerLabels.init(_:)) ?? .none
        name = try fields.finish(givenName)
    }

    func token(of organization: OrganizationID, opening secret: SecretToken, at time: Timestamp) -> RunnerToken {
        RunnerToken(
            id: secret.runnerTokenID, organizationID: organization, name: name, labels: labels, createdAt: time)
    }
}
