import Domain
import HTTPTypes
import RunnerLink
import Runs
import TestSupport
import Testing

/// What the API and the page say of a session that waits for a runner with certain labels.
struct AwaitedRunnersTests {
    private func told(
        _ session: String, of team: Team, _ service: TestService
    ) async throws -> (
        state: String?, reason: String?, page: String
    ) {
        let shown = try await service.send(.get, "/api/sessions/\(session)", as: team.key).json["session"]
        let page = try await service.visit("/organizations/\(team.id)/sessions/\(session)", as: team.owner.cookie)
        return (shown?["state"]?.text, shown?["stateReason"]?.text, page.body)
    }

    @Test func theLabelsThatNoConnectedRunnerHasAreNamed() async throws {
        let hub = RunnerHub()
        try await TestService.run(queuesRuns: true, runners: hub) { service in
            let (team, other) = (
                try await service.makeTeam(), try await service.makeTeam("Umbrella", owner: "Mallory")
            )
            let environment = #"{"name":"Training","isDefault":true,"runnerLabels":["large","GPU"]}"#
            _ = try await service.makeEnvironment(in: team, environment)
            let session = try await service.createSession(in: team)
            let reason = "Waits for a runner with the labels gpu, large: none is connected"

            @Sendable func connect(_ labels: [String], of organization: OrganizationID?) async throws -> RunnerToken {
                let token = try await LocalRoutes.makeRunnerToken(
                    "Rack", for: organization, labels: RunnerLabels(labels), in: service.store, at: service.clock.now
                ).token
                _ = try hub.wait(with: RunnerClaim(version: ServiceVersion.current, labels: []), by: token)
                return token
            }
            // Neither of these may work on it.
            _ = try await connect(["gpu"], of: nil)
            _ = try await connect(["gpu", "large"], of: other.organization.id)
            let waiting = try await told(session, of: team, service)
            #expect(waiting.state == "queued" && waiting.reason == reason)
            #expect(waiting.page.contains("<p role=\"status\">\(reason)</p>"))

            let token = try await connect(["gpu", "large", "arm64"], of: team.organization.id)
            let next = try await told(session, of: team, service)
            #expect(next.state == "queued" && next.reason == nil && !next.page.contains("Waits for a runner"))
            hub.revoke(token.id)
            #expect(try await told(session, of: team, service).reason == reason)
        }
    }

    @Test func aSessionThatAsksForNoLabelsWaitsForNoCertainRunner() async throws {
        try await TestService.run(queuesRuns: true, runners: RunnerHub()) { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let waiting = try await told(session, of: team, service)
            #expect(waiting.state == "queued" && waiting.reason == nil && waiting.page.contains("Queued"))
        }
    }
}
