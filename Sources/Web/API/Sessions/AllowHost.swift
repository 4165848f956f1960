import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `POST /api/sessions/{id}/allowed-hosts` with `{host}`, for owners: allows the host for the session's
    /// environment, or for the whole organization if the session has none. A running agent can reach the host with its
    /// next connection.
    func allowHost(_ call: Call<Member>) async throws -> Response {
        let organization = call.identity.organization
        guard case .browser(let browser) = call.identity.caller, browser.role(in: organization) == .owner else {
            throw DomainError.onlyOwnersAllowHosts
        }
        let host = try await call.body(AllowHostBody.self).host
        try await services.allow(host, for: call.sessionID, of: organization)
        return .json { $0.field("host", host.description) }
    }
}

extension Services {
    func allow(_ host: AllowedHost, for session: SessionID, of organization: OrganizationID) async throws {
        try await store.environments.allow(
            host, for: session, of: organization, below: configuration.networkCeiling, at: clock.now())
    }
}

extension DomainError {
    static let onlyOwnersAllowHosts = DomainError.forbidden(
        "Only signed-in owners of the organization may allow hosts.")
}

struct AllowHostBody: Decodable {
    let host: AllowedHost

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("host")
        let host = fields.text("host") { text throws(InvalidValue) in
            let hosts = try [AllowedHost](listed: [text])
            guard let host = hosts.first else { throw InvalidValue("must be a host such as example.com") }
            return host
        }
        self.host = try fields.finish(host)
    }
}
