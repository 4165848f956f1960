import Domain
import HTTPTypes

extension Team {
    /// The organization's path in the API.
    package var path: String { "/api/organizations/\(id)" }
}

extension TestService {
    /// Creates an invitation through the API, as the team's owner, and returns the token of its link.
    package func invite(to team: Team, as role: String = "member") async throws -> String {
        let answer = try await send(
            .post, "\(team.path)/invitations", as: team.owner.cookie, body: "{\"role\":\"\(role)\"}")
        let link = answer.json["invitation"]?["link"]?.text ?? "no link: \(answer.body)"
        return String(link.drop { $0 != "#" }.dropFirst())
    }

    /// Accepts an invitation by creating an account.
    package func signUp(
        _ token: String, name: String = "Bob Roy", email: String = "bob@example.com", password: String = password
    ) async throws -> TestAnswer {
        try await send(
            .post, "/api/invitations/sign-up",
            body: """
                {"token":"\(token)","name":"\(name)","email":"\(email)","password":"\(password)"}
                """)
    }

    /// Accepts an invitation with an existing account.
    package func join(_ token: String, as person: Credential) async throws -> TestAnswer {
        try await send(.post, "/api/invitations/join", as: person, body: "{\"token\":\"\(token)\"}")
    }

    /// Sends `count` requests concurrently and returns their responses in no particular order.
    package func all(
        _ count: Int, _ request: @Sendable @escaping (Int) async throws -> TestAnswer
    ) async throws -> [TestAnswer] {
        try await withThrowingTaskGroup(of: TestAnswer.self) { group in
            for number in 0..<count { group.addTask { try await request(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
