import HTTPTypes

extension TestService {
    /// All session data that an organization's key can read, byte for byte, to compare before and after a change.
    package func contents(of team: Team) async throws -> [String] {
        let list = try await send(.get, "/api/sessions", as: team.key)
        var contents = [list.body]
        for session in list.json["sessions"]?.elements ?? [] {
            let path = "/api/sessions/\(session["id"]?.text ?? "")"
            contents.append(try await send(.get, path, as: team.key).body)
            contents.append(try await send(.get, path + "/messages", as: team.key).body)
            contents.append(try await send(.get, path + "/comments", as: team.key).body)
        }
        return contents
    }

    /// A session with its messages and tasks, read with the organization's key.
    package func session(_ id: String, of team: Team) async throws -> JSONValue {
        try await send(.get, "/api/sessions/\(id)", as: team.key).json["session"] ?? .null
    }

    /// Sends transcript lines of an agent, with the organization's key.
    @discardableResult
    package func report(_ lines: String, to id: String, of team: Team) async throws -> TestAnswer {
        try await send(
            .post, "/api/sessions/\(id)/messages", as: team.key, headers: [.contentType: "application/x-ndjson"],
            body: lines)
    }

    /// The organization's current session statistics.
    package func stats(of team: Team) async throws -> JSONValue {
        try await send(.get, "/api/sessions", as: team.key).json["stats"] ?? .null
    }
}
