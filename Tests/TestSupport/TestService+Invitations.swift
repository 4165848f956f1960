import Domain
import HTTPTypes

extension Team {
    /// The address of the organization.
    package var path: String { "/api/organizations/\(id)" }
}

extension TestService {
    /// Invites through the API, as the team's owner, and returns the link's token.
    package func invite(to team: Team, as role: String = "member") async throws -> String {
        let answer = try await send(
            .post, "\(team.path)/invitations", as: team.owner.cookie, body: "{\"role\":\"\(role)\"}")
        let link = answer.json["invitation"]?["link"]?.text ?? "no link: \(answer.body)"
        return String(link.drop { $0 != "#" }.dropFirst())
    }

    /// Accepts an invitation as somebody without an account.
    package func signUp(
        _ token: String, name: String = "Bob Roy", email: String = "bob@example.com", password: String = password
    ) async throws -> TestAnswer {
        try await send(
            .post, "/api/invitations/sign-up",
            body: """
                {"token":"\(token)","name":"\(name)","email":"\(email)","password":"\(password)"}
                """)
    }

    /// Accepts an invitation with an account.
    package func join(_ token: String, as person: Credential) async throws -> TestAnswer {
        try await send(.post, "/api/invitations/join", as: person, body: "{\"token\":\"\(token)\"}")
    }

    /// Sends the same number of requests at once and returns their answers in no order.
    package func all(
        _ count: Int, _ request: @Sendable @escaping (Int) async throws -> TestAnswer
    ) async throws -> [TestAnswer] {
        try await withThrowingTaskGroup(of: TestAnswer.self) { group in
            for number in 0..<count { group.addTask { try await request(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
