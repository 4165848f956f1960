import HTTPTypes

extension Team {
    /// The path of the organization's environments in the API.
    package var environments: String { "\(path)/environments" }
}

extension TestService {
    /// Creates an environment through the API, as the team's owner, and returns its id.
    package func makeEnvironment(in team: Team, _ body: String) async throws -> String {
        let answer = try await send(.post, team.environments, as: team.owner.cookie, body: body)
        return answer.json["environment"]?["id"]?.text ?? "no environment: \(answer.body)"
    }
}
