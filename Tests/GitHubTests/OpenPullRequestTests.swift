import Domain
import GitHub
import HTTPTypes
import TestSupport
import Testing

/// Opening a pull request, once whatever happens.
@Suite(.timeLimit(.minutes(15)))
struct OpenPullRequestTests {
    private static let repository = RepositoryURL(host: "github.com", owner: "acme", name: "web-app")

    private static func open(
        _ client: GitHubClient, in repository: RepositoryURL = repository, isDraft: Bool = false, body: String = "Why."
    ) async throws -> OpenedPullRequest {
        try await client.openPullRequest(
            in: repository, head: BranchName("agent/fix-#1-é&b"), base: .main, title: "Fix \"it\"", body: body,
            isDraft: isDraft)
    }

    @Test(arguments: [false, true])
    func aBranchGetsAPullRequest(isDraft: Bool) async throws {
        try await GitHubStandIn.run { gitHub in
            let opened = try await Self.open(gitHub.client(), isDraft: isDraft)
            let url = "https://github.com/acme/web-app/pull/42"
            let status: PullRequest.Status = isDraft ? .draft : .open
            #expect(
                opened.pullRequest
                    == PullRequest(number: 42, url: try PullRequestURL(url), status: status, mergedAt: nil))
            #expect(opened.updatedAt == TestClock().now)
            let requests = gitHub.requests
            #expect(requests.map(\.line) == ["GET /repos/acme/web-app/pulls", "POST /repos/acme/web-app/pulls"])
            #expect(requests[0].query == ["head": "acme:agent/fix-#1-é&b", "state": "all", "base": "main"])
            #expect(
                requests[1].body == [
                    "title": "Fix \"it\"", "head": "agent/fix-#1-é&b", "base": "main", "body": "Why.",
                    "draft": .bool(isDraft),
                ])
            #expect(requests[1].headers[.userAgent] == "Lodestone/\(ServiceVersion.current)")
        }
    }

    @Test func asManyTimesAsItIsAskedItIsOne() async throws {
        try await GitHubStandIn.run { gitHub in
            let opened = try await Self.open(gitHub.client())
            let again = try await Self.open(gitHub.client())
            #expect(again == opened)
            #expect(gitHub.requests.filter { $0.method == .post }.count == 1)
        }
    }

    /// The attempt that opened it never got to know.
    @Test func anAnswerThatWasLostOpensNoSecond() async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.plan(.losingTheAnswer, to: .post)
            let opened = try await Self.open(gitHub.client(timeout: .seconds(5)))
            #expect(opened.pullRequest.number == 42)
            #expect(gitHub.pullRequests.count == 1)
        }
    }

    /// A pull request that was just opened may be missing in the list.
    @Test func thatItIsThereAlreadyIsNoError() async throws {
        try await GitHubStandIn.run { gitHub in
            let opened = try await Self.open(gitHub.client())
            gitHub.plan(.instead(StandInAnswer(200, [])), to: .get)
            let again = try await Self.open(gitHub.client())
            #expect(again == opened)
            #expect(gitHub.requests.filter { $0.method == .post }.count == 2)
        }
    }

    @Test func anOpenOneGoesBeforeTheLast() async throws {
        try await GitHubStandIn.run { gitHub in
            for (number, isOpen) in [(7, false), (8, true), (9, false)] {
                var pullRequest = StandInPullRequest()
                (pullRequest.number, pullRequest.isOpen, pullRequest.head) = (number, isOpen, "agent/fix-#1-é&b")
                gitHub.add(pullRequest)
            }
            let open = try await Self.open(gitHub.client())
            #expect(open.pullRequest.number == 8)
            gitHub.change(8) { $0.merge(at: TestClock().now) }
            let last = try await Self.open(gitHub.client()).pullRequest
            #expect(last.number == 9 && last.status == .closed)
        }
    }

    /// GitHub lists everything when it can't make sense of the branch.
    @Test func anotherBranchsIsNotTaken() async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.plan(.instead(StandInAnswer(200, [StandInPullRequest().json])), to: .get)
            let opened = try await Self.open(gitHub.client())
            #expect(opened.pullRequest.number == 42)
            #expect(gitHub.requests.count == 2)
        }
    }

    @Test func aLongBodyIsCut() async throws {
        try await GitHubStandIn.run { gitHub in
            _ = try await Self.open(gitHub.client(), body: String(repeating: "é", count: 70_000))
            #expect(gitHub.pullRequests[0].body.count == 65_536)
        }
    }

    @Test(arguments: [
        StandInAnswer.invalid("No commits between main and agent/fix"),
        StandInAnswer(422, ["message": "Validation Failed", "errors": [["field": "base", "code": "invalid"]]]),
        StandInAnswer(422, ["message": "Validation Failed", "errors": ["is not right"]]),
    ])
    func whatIsRefusedIsToldInItsWords(answer: StandInAnswer) async throws {
        try await GitHubStandIn.run { gitHub in
            gitHub.plan(.instead(answer), to: .post)
            let error = await #expect(throws: GitHubError.self) { try await Self.open(gitHub.client()) }
            let text = error?.description ?? ""
            #expect(text.hasPrefix("GitHub refused the pull request: Validation Failed: ") && text.hasSuffix("."))
            #expect(["No commits", "base invalid", "is not right"].contains { text.contains($0) })
            #expect(gitHub.requests.count == 2)
        }
    }

    @Test func aRepositoryThatIsNotShownIsToldByItsName() async throws {
        try await GitHubStandIn.run { gitHub in
            let other = RepositoryURL(host: "github.com", owner: "acme", name: "secret")
            await #expect(throws: GitHubError.notFound(repository: "acme/secret")) {
                try await Self.open(gitHub.client(), in: other)
            }
            #expect(gitHub.requests.count == 1)
        }
    }

    @Test func anAddressOnAnotherHostIsNotTaken() async throws {
        try await GitHubStandIn.run { gitHub in
            let client = try gitHub.client(webHost: "git.example.com")
            let error = await #expect(throws: GitHubError.self) { try await Self.open(client) }
            #expect(error?.description.contains("git.example.com") == true)
        }
    }
}
