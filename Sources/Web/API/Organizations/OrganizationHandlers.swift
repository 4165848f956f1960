import Domain
import Hummingbird
import Storage

/// Handlers for an organization itself.
struct OrganizationHandlers: Sendable {
    let services: Services

    /// `PATCH /api/organizations/{organization}` with `{name}`.
    func rename(_ call: Call<Owner>) async throws -> Response {
        let name = try await call.body(RenameBody.self).name
        let organization = try await services.store.accounts.rename(
            call.identity.organization, to: name, at: services.clock.now())
        return .json { json in
            json.field("organization") { json in
                json.object { json in
                    json.field("id", organization.id.rawValue)
                    json.field("name", organization.name)
                }
            }
        }
    }

    /// `GET /api/organizations/{organization}/network`
    func showNetwork(_ call: Call<Owner>) async throws -> Response {
        network(try await services.store.environments.network(of: call.identity.organization))
    }

    /// `PATCH /api/organizations/{organization}/network` with `{ceiling?, allowedHosts?}`.
    func editNetwork(_ call: Call<Owner>) async throws -> Response {
        let body = try await call.body(EditNetworkBody.self)
        return network(
            try await services.store.environments.setNetwork(
                of: call.identity.organization, ceiling: body.ceiling, hosts: body.hosts,
                at: services.clock.now()))
    }

    private func network(_ network: OrganizationNetwork) -> Response {
        .json { json in
            json.field("network") { json in
                json.object { json in
                    json.field("ceiling", network.ceiling.rawValue)
                    json.allowedHosts(network.hosts)
                    json.field("serverCeiling", services.configuration.networkCeiling.rawValue)
                }
            }
        }
    }
}

struct EditNetworkBody: Decodable {
    let ceiling: NetworkAccess?
    let hosts: [AllowedHost]?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        ceiling = fields.choice("ceiling", NetworkAccess.self)
        hosts = fields.list("allowedHosts", [AllowedHost].init(listed:))
        try fields.finish()
    }
}

struct RenameBody: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("name")
        let givenName = fields.name()
        name = try fields.finish(givenName)
    }
}
