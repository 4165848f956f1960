import Domain
import GitHub
import Storage
import Synchronization
import TestSupport

@testable import Server

/// A GitHub stand-in, a team whose sessions have pull requests there, and a record of the polling's pauses.
struct PollingWorld {
    let gitHub: GitHubStandIn
    let service: TestService
    let team: Team
    private let notedLog = RecordedLog()
    private let notedPauses = NotedPauses()

    static func run(_ test: @Sendable (PollingWorld) async throws -> Void) async throws {
        try await GitHubStandIn.run { gitHub in
            try await TestService.run { service in
                try await test(PollingWorld(gitHub: gitHub, service: service, team: service.makeTeam()))
            }
        }
    }

    var pauses: [Duration] { notedPauses.all }
    var log: [String] { notedLog.lines }

    /// Makes a session with an open pull request, which GitHub has too.
    func report(_ number: Int) async throws {
        var pullRequest = StandInPullRequest()
        pullRequest.number = number
        gitHub.add(pullRequest)
        try await report("acme/web-app/pull/\(number)")
    }

    /// The same for an address on GitHub that it may not have.
    func report(_ path: String) async throws {
        let pullRequest = PullRequest(
            number: 1, url: try PullRequestURL("https://github.com/\(path)"), status: .open, mergedAt: nil)
        let session = SessionID(rawValue: try await service.createSession(in: team))
        _ = try await service.store.sessions.report(
            pullRequest, for: session, of: team.organization.id, at: service.clock.now)
    }

    /// The sessions' states of a pull request.
    func status(of number: Int) async throws -> PullRequest.Status? {
        let list = try await service.store.sessions.page(
            of: team.organization.id, SessionFilter(), after: .start, limit: 100)
        let url = "https://github.com/acme/web-app/pull/\(number)"
        return list.sessions.compactMap(\.session.pullRequest).first { $0.url.description == url }?.status
    }

    func polling(token: String = GitHubStandIn.token) throws -> PullRequestPolling {
        let client = GitHubClient(
            apiURL: try GitHubAPIURL(gitHub.apiURL), webHost: "github.com", token: HiddenText(token),
            timing: GitHubTiming(timeout: .seconds(600), attempts: 1))
        return PullRequestPolling(
            sessions: service.store.sessions, poller: client.poller(every: .seconds(300)), host: "github.com",
            clock: service.clock.clock, logger: notedLog.logger)
    }

    /// Runs the polling for a number of pauses, each of which ends immediately on the service's clock.
    func run(_ polling: PullRequestPolling, pauses count: Int) async {
        var polling = polling
        let end = pauses.count + count
        polling.sleep = { [notedPauses, clock = service.clock] pause in
            clock.advance(by: pause)
            if notedPauses.add(pause) == end { throw CancellationError() }
        }
        await polling.run()
    }
}

private final class NotedPauses: Sendable {
    private let noted = Mutex<[Duration]>([])

    var all: [Duration] { noted.withLock { $0 } }

    /// - Returns: how many there are now.
    func add(_ pause: Duration) -> Int {
        noted.withLock { noted in
            noted.append(pause)
            return noted.count
        }
    }
}
