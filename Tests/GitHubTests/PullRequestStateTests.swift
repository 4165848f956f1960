import Domain
import GitHub
import HTTPTypes
import TestSupport
import Testing

/// Asking what became of a pull request.
@Suite(.timeLimit(.minutes(15)))
struct PullRequestStateTests {
    private static let repository = RepositoryURL(host: "github.com", owner: "acme", name: "web-app")
    private static let later = TestClock().now + .seconds(60)

    private static func ask(
        _ client: GitHubClient, _ number: Int = 42, etag: String? = nil
    ) async throws -> PullRequestAnswer {
        try await client.pullRequest(number, in: repository, etag: etag)
    }

    @Test func everyStateIsTold() async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.add(StandInPullRequest())
            func expect(
                _ status: PullRequest.Status, mergedAt: Timestamp? = nil, _ change: (inout StandInPullRequest) -> Void
            ) async throws {
                gitHub.change(42, change)
                guard case .changed(let update, let etag?) = try await Self.ask(gitHub.client()) else {
                    Issue.record("no update with a tag")
                    return
                }
                #expect(update == PullRequestUpdate(status: status, mergedAt: mergedAt, updatedAt: Self.later))
                #expect(etag.hasPrefix("W/"))
            }
            try await expect(.open) { $0.updatedAt = Self.later }
            try await expect(.draft) { $0.isDraft = true }
            try await expect(.closed) { $0.isOpen = false }
            try await expect(.merged, mergedAt: Self.later) { $0.mergedAt = Self.later }
        }
    }

    @Test func whatIsKnownIsNotToldAgain() async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.add(StandInPullRequest())
            let client = try gitHub.client()
            guard case .changed(_, let etag) = try await Self.ask(client) else { throw CancellationError() }
            let again = try await Self.ask(client, etag: etag)
            #expect(again == .notModified)
            #expect(gitHub.requests.map(\.etag) == [nil, etag])
            gitHub.change(42) { $0.close(at: Self.later) }
            guard case .changed(let update, let next) = try await Self.ask(client, etag: etag) else {
                throw CancellationError()
            }
            #expect(update.status == .closed && next != etag)
        }
    }

    @Test func whatIsNotThereOrNotShownIsGone() async throws {
        try await GitHubStandIn.run { gitHub in
            let missing = try await Self.ask(gitHub.client())
            let refusal = StandInAnswer(403, ["message": "Resource not accessible by personal access token"])
            gitHub.plan(.instead(refusal), to: .get)
            let hidden = try await Self.ask(gitHub.client())
            #expect(missing == .gone && hidden == .gone)
        }
    }

    @Test(arguments: [StandInAnswer(200, ["number": 42]), StandInAnswer(200, nil), StandInAnswer(302, nil)])
    func whatCannotBeUnderstoodIsNoNews(answer: StandInAnswer) async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.plan(.instead(answer), to: .get)
            let error = await #expect(throws: GitHubError.self) { try await Self.ask(gitHub.client()) }
            #expect(error?.description.hasPrefix("GitHub's response can't be read: ") == true)
            #expect(gitHub.requests.count == 1)
        }
    }
}
