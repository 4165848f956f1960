import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

/// Updates of pull requests from their host.
struct PullRequestUpdateTests {
    private static let url = "https://github.com/acme/web-app/pull/42"
    private static let start = TestClock().now

    private static func update(
        _ status: PullRequest.Status, after seconds: Int, mergedAfter merge: Int? = nil
    ) -> PullRequestUpdate {
        PullRequestUpdate(
            status: status, mergedAt: status == .merged ? start + .seconds(merge ?? seconds) : nil,
            updatedAt: start + .seconds(seconds))
    }

    private static func report(
        _ test: TestStore, _ session: SessionID, _ status: PullRequest.Status = .open, url: String = url
    ) async throws {
        let pullRequest = PullRequest(number: 42, url: try PullRequestURL(url), status: status, mergedAt: nil)
        _ = try await test.store.sessions.report(
            pullRequest, for: session, of: test.organization.id, at: test.clock.now)
    }

    private static func take(_ test: TestStore, _ update: PullRequestUpdate, url: String = url) async throws {
        try await test.store.sessions.apply(update, of: PullRequestURL(url), at: test.clock.now)
    }

    private static func pullRequest(_ test: TestStore, _ session: SessionID) async throws -> PullRequest? {
        try await test.store.sessions.detail(of: session, in: test.organization.id).session.pullRequest
    }

    /// The updates in their order, and the session's state after them.
    @Test(arguments: [
        ([update(.closed, after: 1), update(.open, after: 2)], PullRequest.Status.open),
        ([update(.open, after: 2), update(.closed, after: 1)], .open),
        ([update(.draft, after: 3), update(.merged, after: 4), update(.open, after: 3)], .merged),
        ([update(.merged, after: 5), update(.open, after: 5)], .merged),
        ([update(.open, after: 5), update(.merged, after: 5)], .merged),
        ([update(.draft, after: 5), update(.open, after: 5), update(.draft, after: 5)], .open),
        // The state is unchanged but later, so an update between the two has no effect.
        ([update(.open, after: 7), update(.closed, after: 6)], .open),
    ])
    func theLatestWins(update: [PullRequestUpdate], status: PullRequest.Status) async throws {
        let test = try await TestStore()
        let session = try await test.createSession()
        try await Self.report(test, session.id)
        for piece in update { try await Self.take(test, piece) }
        #expect(try await Self.pullRequest(test, session.id)?.status == status)
    }

    @Test func whatIsKnownIsNeitherEventNorWrite() async throws {
        let test = try await TestStore()
        let session = try await test.createSession()
        try await Self.report(test, session.id)
        try await Self.take(test, Self.update(.merged, after: 5))
        func state() async throws -> [Int] {
            try await test.store.sessions.connections.write { db in [try EventLog.end(db), db.totalChangesCount] }
        }
        let before = try await state()
        try await Self.take(test, Self.update(.merged, after: 5))
        try await Self.take(test, Self.update(.open, after: 4))
        try await Self.take(test, Self.update(.closed, after: 9), url: "https://github.com/acme/web-app/pull/43")
        try await Self.take(test, Self.update(.closed, after: 9), url: "https://git.example.com/acme/web-app/pull/42")
        #expect(try await state() == before)
        try await Self.take(test, Self.update(.merged, after: 6, mergedAfter: 5))
        #expect(try await state()[0] == before[0])
    }

    @Test func everySessionThatHasItIsTold() async throws {
        let test = try await TestStore()
        let sessions = [try await test.createSession(), try await test.createSession(), try await test.createSession()]
        try await Self.report(test, sessions[0].id)
        try await Self.report(test, sessions[1].id, url: "https://GitHub.com/Acme/Web-App/pull/42")
        test.clock.advance(by: .seconds(60))
        let position = try await test.store.events.position()
        try await Self.take(test, Self.update(.merged, after: 30))
        #expect(try await Self.pullRequest(test, sessions[0].id)?.mergedAt == Self.start + .seconds(30))
        #expect(try await Self.pullRequest(test, sessions[1].id)?.status == .merged)
        let scope = EventScope(organization: test.organization.id, session: nil)
        let events = try await test.store.events.events(after: position, of: scope, at: test.clock.now)?.events ?? []
        #expect(events.map(\.type) == [.sessionUpdated, .statsChanged, .sessionUpdated, .statsChanged])
        let overview = try await test.store.sessions.overview(
            of: test.organization.id, SessionFilter(), limit: 9, at: test.clock.now)
        #expect(overview.stats.mergesPastWeek == 1)
        let changed = overview.page.sessions.map(\.session).filter { $0.updatedAt == test.clock.now }.map(\.id)
        #expect(Set(changed) == [sessions[0].id, sessions[1].id])
    }

    @Test func aHostsTimeIsKeptFromTheBeginning() async throws {
        let test = try await TestStore()
        let session = try await test.createSession()
        let pullRequest = PullRequest(number: 42, url: try PullRequestURL(Self.url), status: .open, mergedAt: nil)
        _ = try await test.store.sessions.report(
            pullRequest, asOf: Self.start + .seconds(5), for: session.id, of: test.organization.id, at: test.clock.now)
        try await Self.take(test, Self.update(.closed, after: 4))
        #expect(try await Self.pullRequest(test, session.id)?.status == .open)
        try await Self.report(test, session.id, .draft)
        try await Self.take(test, Self.update(.closed, after: 4))
        #expect(try await Self.pullRequest(test, session.id)?.status == .draft)
    }

    @Test func theHostIsAskedInTurn() async throws {
        let test = try await TestStore()
        let sessions = test.store.sessions
        func url(_ number: Int, on host: String = "github.com") throws -> PullRequestURL {
            try PullRequestURL("https://\(host)/acme/web-app/pull/\(number)")
        }
        for number in 1...4 {
            let session = try await test.createSession()
            let status: PullRequest.Status = number == 3 ? .closed : number == 4 ? .draft : .open
            try await Self.report(test, session.id, status, url: try url(number).description)
        }
        let twin = try await test.createSession()
        try await Self.report(test, twin.id, url: "https://github.com/ACME/web-app/pull/1")
        let elsewhere = try await test.createSession()
        try await Self.report(test, elsewhere.id, url: try url(1, on: "git.example.com").description)

        func toAsk(_ host: String = "github.com", limit: Int = 9) async throws -> [PullRequestURL] {
            try await sessions.pullRequestsToAsk(of: host, limit: limit).map(\.url)
        }
        #expect(try await toAsk() == [url(1), url(2), url(4)])
        #expect(try await toAsk("git.example.com") == [url(1, on: "git.example.com")])
        #expect(try await toAsk("example.com").isEmpty)

        try await sessions.recordAnswer(etag: "\"a\"", of: url(1), at: test.clock.now + .seconds(2))
        try await sessions.recordAnswer(etag: "\"b\"", of: url(2), at: test.clock.now + .seconds(1))
        let asked = try await sessions.pullRequestsToAsk(of: "github.com", limit: 9)
        #expect(
            asked == [
                WatchedPullRequest(url: try url(4), etag: nil), WatchedPullRequest(url: try url(2), etag: "\"b\""),
                WatchedPullRequest(url: try url(1), etag: "\"a\""),
            ])
        #expect(try await toAsk(limit: 1) == [url(4)])

        // The tag is of an answer that the row repeats.
        try await Self.report(test, twin.id, .draft, url: "https://github.com/ACME/web-app/pull/1")
        try await sessions.apply(Self.update(.draft, after: 1), of: url(2), at: test.clock.now)
        #expect(try await sessions.pullRequestsToAsk(of: "github.com", limit: 3).allSatisfy { $0.etag == nil })
    }
}
