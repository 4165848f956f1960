import Domain
import GitHub
import HTTPTypes
import TestSupport
import Testing

/// The client's behavior when GitHub doesn't answer, or sends an unexpected response.
@Suite(.timeLimit(.minutes(15)))
struct GitHubRetryTests {
    private static let repository = RepositoryURL(host: "github.com", owner: "acme", name: "web-app")
    private static let unavailable = StandInAnswer(503, ["message": "No server is currently available"])

    private static func ask(_ client: GitHubClient) async throws -> PullRequestAnswer {
        try await client.pullRequest(42, in: repository, etag: nil)
    }

    @Test func aServerThatComesBackIsWaitedFor() async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.plan(.instead(Self.unavailable), to: .get)
            gitHub.plan(.hang, to: .get)
            gitHub.plan(.instead(StandInAnswer(502, nil)), to: .get)
            let answer = try await Self.ask(gitHub.client(timeout: .seconds(5)))
            #expect(answer == .gone)
            #expect(gitHub.requests.count == 4)
        }
    }

    @Test func oneThatDoesNotIsGivenUp() async throws {
        try await GitHubStandIn.run { gitHub in
            for _ in 0..<2 { gitHub.plan(.instead(Self.unavailable), to: .get) }
            await #expect(throws: GitHubError.unreachable(reason: "it answered 503")) {
                try await Self.ask(gitHub.client(attempts: 2))
            }
            gitHub.plan(.hang, to: .get)
            await #expect(throws: GitHubError.unreachable(reason: "it didn't answer in time")) {
                try await Self.ask(gitHub.client(timeout: .milliseconds(50), attempts: 1))
            }
        }
    }

    @Test(arguments: [403, 429])
    func aShortPauseIsMadeAsAskedFor(status: Int) async throws {
        try await GitHubStandIn.run { gitHub in
            let answer = StandInAnswer(status, ["message": "Slow down"], headers: ["Retry-After": "1"])
            gitHub.plan(.instead(answer), to: .get)
            let start = ContinuousClock.now
            let later = try await Self.ask(gitHub.client())
            #expect(later == .gone && ContinuousClock.now - start >= .milliseconds(900))
        }
    }

    @Test func aLongPauseIsLeftToThePerson() async throws {
        try await GitHubStandIn.run { gitHub in
            let end = Timestamp(milliseconds: 4_102_444_800_000)
            let headers = ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "4102444800"]
            let answer = StandInAnswer(403, ["message": "API rate limit exceeded"], headers: headers)
            gitHub.plan(.instead(answer), to: .get)
            await #expect(throws: GitHubError.rateLimited(until: end)) { try await Self.ask(gitHub.client()) }
            #expect(gitHub.requests.count == 1)
        }
    }

    @Test func aLimitWithoutATimeIsAMinute() async throws {
        try await GitHubStandIn.run { gitHub in
            let answer = StandInAnswer(403, ["message": "You have exceeded a secondary rate limit."])
            gitHub.plan(.instead(answer), to: .get)
            let error = await #expect(throws: GitHubError.self) { try await Self.ask(gitHub.client()) }
            guard case .rateLimited = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func aPersonWhoStopsWaitsNoLonger() async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.plan(.hang, to: .get)
            let asking = Task { try await Self.ask(gitHub.client()) }
            try await eventually { !gitHub.requests.isEmpty }
            asking.cancel()
            await #expect(throws: CancellationError.self) { try await asking.value }
            #expect(gitHub.requests.count == 1)
        }
    }
}
