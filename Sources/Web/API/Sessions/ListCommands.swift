import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `GET /api/sessions/{id}/commands`: the slash commands that a message may begin with.
    func listCommands(_ call: Call<Member>) async throws -> Response {
        .commands(try await services.store.sessions.commands(of: call.sessionID, in: call.identity.organization))
    }

    /// `GET /api/commands?repoUrl=…`: the same for a session that is yet to be created.
    func listRepositoryCommands(_ call: Call<Member>) async throws -> Response {
        let hosts = services.configuration.repositoryHosts
        let url = try call.query("repoUrl") { text throws(InvalidValue) in
            try RepositoryURL(text, allowedHosts: hosts)
        }
        guard let url else { throw DomainError.invalid("The parameter `repoUrl` is required.") }
        return .commands(try await services.store.sessions.commands(for: url, in: call.identity.organization))
    }
}

extension Response {
    fileprivate static func commands(_ names: [String]) -> Response {
        .json { json in
            json.field("commands") { json in json.array(names) { json, name in json.object { $0.field("name", name) } }
            }
        }
    }
}
