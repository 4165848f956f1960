import HTTPTypes

extension Team {
    /// The address of the organization's environments.
    package var environments: String { "\(path)/environments" }
}

extension TestService {
    /// Makes an environment through the API, as the team's owner, and returns its id.
    package func makeEnvironment(in team: Team, _ body: String) async throws -> String {
        let answer = try await send(.post, team.environments, as: team.owner.cookie, body: body)
        return answer.json["environment"]?["id"]?.text ?? "no environment: \(answer.body)"
    }
}
