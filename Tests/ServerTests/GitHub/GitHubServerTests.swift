import AsyncHTTPClient
import Domain
import HTTPTypes
import NIOCore
import NIOHTTP1
import Storage
import TestSupport
import Testing

@testable import Server

/// A running server, set up as an operator would, and GitHub.
@Suite(.timeLimit(.minutes(15)))
struct GitHubServerTests {
    private static func environment(_ gitHub: GitHubStandIn) -> [String: String] {
        [
            "LODESTONE_GITHUB_API_URL": gitHub.apiURL, "LODESTONE_GITHUB_TOKEN": GitHubStandIn.token,
            "LODESTONE_GITHUB_POLL_SECONDS": "1", "LODESTONE_GITHUB_WEBHOOK_SECRET": GitHubDelivery.secret,
        ]
    }

    /// A directory with a session whose pull request is open on GitHub.
    private static func home(_ gitHub: GitHubStandIn) async throws -> SessionHome {
        let home = try await SessionHome(sessions: 1)
        let known = StandInPullRequest()
        gitHub.add(known)
        let store = try DataStore(
            openIn: home.directory.dataDirectory, holding: home.directory.dataDirectory.lock(), logger: .silent)
        let pullRequest = PullRequest(
            number: known.number, url: try PullRequestURL(known.url), status: .open, mergedAt: nil)
        _ = try await store.sessions.report(
            pullRequest, for: home.sessions[0], of: home.organization, at: Clock.system.now())
        return home
    }

    private static func status(_ server: RunningServer, _ home: SessionHome) async throws -> String? {
        guard case .key(let key) = home.key else { return nil }
        let answer = try await server.get("/api/sessions/\(home.sessions[0])", key: key)
        return try JSONValue(parsing: answer.body)["session"]?["metadata"]?["prStatus"]?.text
    }

    @Test func itAsks() async throws {
        try await GitHubStandIn.run { gitHub in
            let home = try await Self.home(gitHub)
            try await RunningServer.run(in: home.directory, environment: Self.environment(gitHub)) { server in
                try await eventually { gitHub.requests.count > 1 }
                #expect(try await Self.status(server, home) == "open")
                gitHub.change(42) { $0.merge(at: Clock.system.now()) }
                try await eventually { try await Self.status(server, home) == "merged" }
            }
        }
    }

    @Test func itListens() async throws {
        try await GitHubStandIn.run { gitHub in
            let home = try await Self.home(gitHub)
            var environment = Self.environment(gitHub)
            environment["LODESTONE_GITHUB_POLL_SECONDS"] = "0"
            try await RunningServer.run(in: home.directory, environment: environment) { server in
                var merged = StandInPullRequest()
                merged.merge(at: Clock.system.now())
                let delivery = GitHubDelivery("closed", merged)
                var request = HTTPClientRequest(url: "\(server.address)/api/webhooks/github")
                request.method = .POST
                for field in delivery.headers { request.headers.add(name: field.name.rawName, value: field.value) }
                request.body = .bytes(ByteBuffer(string: delivery.body))
                let response = try await server.send(request)
                #expect(response.status == .noContent)
                #expect(try await Self.status(server, home) == "merged")
                #expect(gitHub.requests.isEmpty)
            }
        }
    }

    @Test func itStopsWithoutAnAnswer() async throws {
        try await GitHubStandIn.run { gitHub in
            let home = try await Self.home(gitHub)
            gitHub.plan(.hang, to: .get)
            try await RunningServer.run(in: home.directory, environment: Self.environment(gitHub)) { _ in
                try await eventually { !gitHub.requests.isEmpty }
            }
            #expect(gitHub.requests.count == 1)
        }
    }
}
