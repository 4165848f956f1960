import Domain
import Hummingbird
import Storage

/// Handlers for an organization's environments: every member may choose from them, and owners manage them.
struct EnvironmentHandlers: Sendable {
    let services: Services

    /// Lists the environments: in full, without the values of secrets, for owners; as outlines for other members.
    func list(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        guard call.identity.role == .owner else {
            let outlines = try await services.store.environments.outlines(of: organization)
            return .json { json in
                json.field("environments") { json in
                    json.array(outlines) { json, outline in json.object { $0.environmentFields(outline) } }
                }
            }
        }
        let environments = try await services.store.environments.environments(of: organization)
        return .json { json in
            json.field("environments") { json in
                json.array(environments) { json, environment in json.environment(environment) }
            }
        }
    }

    func create(_ call: Call<Owner>) async throws -> Response {
        let (body, text) = try await call.bodyAndText(NewEnvironmentBody.self)
        let draft = try body.draft(on: services.configuration.repositoryHosts)
        return try await call.created(
            text, by: .browser(call.identity.browser),
            charging: try services.growth.adding(.environment, by: call.identity.browser.user.id), from: services.growth
        ) { json, environment in
            json.field("environment") { $0.environment(environment) }
        } create: { once in
            try await services.store.environments.create(
                draft, in: call.identity.organization, at: services.clock.now(),
                limit: services.growth.limits.environments, once: once)
        }
    }

    func show(_ call: Call<Owner>) async throws -> Response {
        let environment = try await services.store.environments.find(
            call.environmentID, in: call.identity.organization)
        return .json { $0.field("environment") { $0.environment(environment) } }
    }

    func edit(_ call: Call<Owner>) async throws -> Response {
        let edit = try await call.body(EditEnvironmentBody.self).edit(on: services.configuration.repositoryHosts)
        let environment = try await services.store.environments.apply(
            edit, to: call.environmentID, in: call.identity.organization, at: services.clock.now())
        return .json { $0.field("environment") { $0.environment(environment) } }
    }

    func delete(_ call: Call<Owner>) async throws -> Response {
        try await services.store.environments.delete(call.environmentID, in: call.identity.organization)
        return Response(status: .noContent)
    }

    /// Sets a secret to `{value}`. No response ever shows the value.
    func setSecret(_ call: Call<Owner>) async throws -> Response {
        let value = try await call.body(SecretBody.self).value
        try await services.store.environments.setSecret(
            call.secretName(), to: value, of: call.environmentID, in: call.identity.organization,
            at: services.clock.now())
        return Response(status: .noContent)
    }

    func removeSecret(_ call: Call<Owner>) async throws -> Response {
        try await services.store.environments.removeSecret(
            call.existingSecretName, of: call.environmentID, in: call.identity.organization,
            at: services.clock.now())
        return Response(status: .noContent)
    }
}

struct SecretBody: Decodable {
    let value: SecretValue

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("value")
        let givenValue = fields.text("value", SecretValue.init(_:))
        value = try fields.finish(givenValue)
    }
}
