import Domain
import GRDB
import TestSupport

@testable import Storage

extension StatementDriver {
    static let plan =
        #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"t","name":"TodoWrite","#
        + #""input":{"todos":[{"content":"Look","status":"pending"}]}}]}}"#
    static let answer = #"{"type":"assistant","uuid":"a1","message":{"model":"opus","content":"Here is a walrus."}}"#
    static let result = #"{"type":"result","subtype":"success","result":"Done.","session_id":"s1"}"#

    func useSessions() async throws {
        let (sessions, now) = (store.sessions, clock.now)
        let queued = try await createSession(on: Self.repository())
        _ = try await sessions.detail(of: queued, in: organization)
        let noRuns = SessionStore(connections: connections, queuesRuns: false)
        let elsewhere = SessionDraft(
            organizationID: organization, prompt: "Paint", repository: nil, model: nil, environment: nil)
        guard case .now(let session) = try await noRuns.create(elsewhere, by: author, at: now, once: nil) else {
            return
        }
        let id = session.id
        _ = try await noRuns.appendAgentLines(
            TranscriptLines.parse([Self.plan, Self.answer].joined(separator: "\n")), to: id, of: organization, at: now,
            once: nil)
        _ = try await sessions.followUp("A seal", in: id, of: organization, by: author.id, at: now, once: Self.once())
        let edit = SessionEdit(title: "Walrus painting", status: .completed)
        _ = try await sessions.apply(edit, to: id, of: organization, by: "Alice", at: now)
        _ = try await sessions.report(Self.pullRequest(), for: id, of: organization, at: now)
        let update = PullRequestUpdate(status: .draft, mergedAt: nil, updatedAt: now + .seconds(1))
        try await sessions.apply(update, of: Self.pullRequest().url, at: now)
        _ = try await sessions.pullRequestsToAsk(of: "github.com", limit: 10)
        try await sessions.recordAnswer(etag: "x", of: Self.pullRequest().url, at: now)
        _ = try await (
            sessions.detail(of: id, in: organization), sessions.lines(of: id, in: organization, after: .start, upTo: 9)
        )
        for range in [MessageRange.after(0), .before(9)] {
            _ = try await sessions.messages(range, of: id, in: organization, limit: 5)
            _ = try await sessions.excerpt(range, of: id, in: organization, limit: 5)
        }
        _ = try await sessions.setArchived(true, id, of: organization, at: now)
        try await useNaming()
        let stopped = try await createSession()
        _ = try await sessions.stop(stopped, of: organization, by: "Alice", at: now)
    }

    private func useNaming() async throws {
        let (sessions, now) = (store.sessions, clock.now)
        let position = try await sessions.namingPosition()
        let id = try await createSession()
        let noRuns = SessionStore(connections: connections, queuesRuns: false)
        _ = try await sessions.apply(
            SessionEdit(status: .completed), to: id, of: organization, by: "Alice", at: now)
        let unnamed = try await noRuns.unnamedSessions(after: position)
        for session in unnamed.sessions { _ = try await noRuns.name(session, "Better", at: now) }
        try await sessions.noteNaming(upTo: unnamed.end)
    }

    func useLists() async throws {
        let (sessions, now) = (store.sessions, clock.now)
        for filter in try Self.filters(by: author.id) {
            let (_, page) = try await sessions.overview(of: organization, filter, limit: 1, at: now)
            let cursor = page.sessions.last?.cursor() ?? .start
            _ = try await sessions.page(of: organization, filter, after: cursor, limit: 1)
            var request = SessionsRequest(organization: organization, reader: author.id, filter: filter, limit: 1)
            request.order = .changed
            _ = try await sessions.overview(for: request, at: now)
        }
        try await useViews()
        _ = try await sessions.activity(of: organization, days: 14, at: now)
        _ = try await sessions.choices(of: author.id, in: organization)
        let mark = try await sessions.changes(of: organization, since: nil, limit: 1000, at: now)?.mark
        // No update of the numbers, but of a session.
        let changed = try await createSession(nil)
        _ = try await sessions.setArchived(true, changed, of: organization, at: now)
        _ = try await sessions.changes(of: organization, since: mark, limit: 1000, at: now)
        _ = try await sessions.overview(of: organization, SessionFilter(), limit: 1, at: now)
        _ = try await sessions.setArchived(false, changed, of: organization, at: now)
        _ = try await sessions.overview(of: organization, SessionFilter(), limit: 1, at: now)
        // Only a search with very many places comes here.
        for part in [SearchIndex.Part.titles, .messages] {
            _ = try await connections.read { try TermPositions.sequence(of: "walrus", in: part, session: 1, $0) }
        }
    }

    private func useViews() async throws {
        let (sessions, now) = (store.sessions, clock.now)
        let seen = try await createSession("A seen walrus")
        let detail = try await sessions.detail(of: seen, in: organization)
        for _ in 0..<2 { try await sessions.markSeen(detail.session, by: author.id) }
        for view in SessionsView.allCases {
            for query in [nil, try SearchQuery("walrus")] {
                var filter = view.filter(for: author.id)
                filter.query = query
                var request = SessionsRequest(
                    organization: organization, reader: author.id, filter: filter, limit: 1)
                request.view = view
                _ = try await sessions.overview(for: request, at: now)
                _ = try await sessions.suggestions(for: request)
            }
        }
    }

    /// All of them: each combination is a statement of its own.
    private static func filters(by author: UserID) throws -> [SessionFilter] {
        let repository = try RepositoryName("acme/web-app")
        let queries = [nil, try SearchQuery("walrus paint*"), try SearchQuery("walr*")]
        return queries.flatMap { query in
            [nil, SessionStatus.completed].flatMap { status in
                [nil, author].flatMap { author in
                    [nil, repository].flatMap { repository in
                        [nil, true, false].flatMap { isArchived in
                            [nil, true, false].map { isWaiting in
                                .with { filter in
                                    (filter.query, filter.status, filter.author) = (query, status, author)
                                    (filter.repository, filter.isArchived) = (repository, isArchived)
                                    filter.isWaiting = isWaiting
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    func useSearchIndex() async throws {
        _ = try await createSession("A seal")
        _ = try await connections.write { db in
            try db.execute(sql: "UPDATE search_state SET version = 0 WHERE number = 1")
        }
        while try await !store.sessions.isSearchIndexComplete() {
            try await store.sessions.rebuildSearchIndex(rows: 3, time: .seconds(60))
        }
    }

    func useEvents() async throws {
        let (events, now) = (store.events, clock.now)
        let session = try await createSession()
        _ = try await events.position()
        for scope in [nil, session].map({ EventScope(organization: organization, session: $0) }) {
            _ = try await events.start(after: 0, of: scope)
            var position = 0
            while let batch = try await events.events(after: position, of: scope, at: now), batch.end > position {
                position = batch.end
            }
        }
        _ = try await events.events(after: 0, of: [organization], at: now)
        _ = try await events.prune(keeping: EventRetention(age: .seconds(60), count: 1), at: now)
    }

    func useDeletions() async throws {
        let (sessions, now) = (store.sessions, clock.now)
        let one = DeletionLimits(lines: 1, time: .seconds(60))
        let id = try await createSession()
        for prompt in ["A seal", "A gull"] {
            _ = try await sessions.followUp(prompt, in: id, of: organization, by: author.id, at: now, once: nil)
        }
        try await sessions.delete(id, of: organization, by: author.id, as: .owner, at: now, limits: one)
        while try await sessions.removeDeleted(at: now, limits: one) {}
    }
}
