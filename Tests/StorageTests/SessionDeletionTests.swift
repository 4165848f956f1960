import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

/// A session may have so many lines that to delete it at once would keep everybody else from writing.
struct SessionDeletionTests {
    /// So few that the session of these tests is a huge one.
    private static let limits = DeletionLimits(lines: 7, time: .seconds(60))
    private static let lines = 40

    private let directory: TemporaryDirectory
    private let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func open() throws -> DataStore {
        try DataStore(openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent)
    }

    private func createSession(
        _ store: DataStore, _ organization: OrganizationID, _ author: Author, lines: Int = lines
    ) async throws -> Session {
        let draft = SessionDraft(organizationID: organization, prompt: "Paint walrus", repository: nil, model: nil)
        guard case .now(let session) = try await store.sessions.create(draft, by: author, at: clock.now, once: nil)
        else { throw CancellationError() }
        let line = #"{"type":"assistant","message":{"content":"A walrus it is."}}"#
        let text = Array(repeating: line, count: lines).joined(separator: "\n")
        _ = try await store.sessions.appendAgentLines(
            TranscriptLines.parse(text), to: session.id, of: organization, at: clock.now, once: nil)
        _ = try await store.sessions.followUp(
            "And a seal", in: session.id, of: organization, by: author.id, at: clock.now, once: nil)
        return session
    }

    private func owner(_ store: DataStore) async throws -> (OrganizationID, Author) {
        let owner = try TestStore.owner()
        let organization = try await store.accounts.setUp(organization: "Acme", owner: owner, at: clock.now)
        return (organization.id, Author(id: owner.id, name: owner.name, imageURL: nil))
    }

    /// How many rows are left of anything.
    private func rows(_ store: DataStore) async throws -> [String: Int] {
        try await store.sessions.connections.read { db in
            let tables = ["sessions", "messages", "title_search", "message_search", "deleted_sessions"]
            return try Dictionary(
                uniqueKeysWithValues: tables.map { table in
                    (table, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0)
                })
        }
    }

    private static let nothing = [
        "sessions": 0, "messages": 0, "title_search": 0, "message_search": 0, "deleted_sessions": 0,
    ]

    @Test func aShortOneIsGoneAtOnce() async throws {
        let store = try open()
        let (organization, author) = try await owner(store)
        let session = try await createSession(store, organization, author)
        try await store.sessions.delete(
            session.id, of: organization, by: author.id, as: .owner, at: clock.now,
            limits: DeletionLimits(lines: 1000, time: .seconds(60)))
        #expect(try await rows(store) == Self.nothing)
        #expect(try await !store.sessions.removeDeleted(at: clock.now))
    }

    @Test func aLongOneIsNowhereToBeSeenAtOnceAndGoneBitByBit() async throws {
        let store = try open()
        let (organization, author) = try await owner(store)
        let session = try await createSession(store, organization, author)
        let other = try await createSession(store, organization, author, lines: 1)
        try await store.sessions.delete(
            session.id, of: organization, by: author.id, as: .owner, at: clock.now, limits: Self.limits)
        try await expectOnly(other, store, organization)
        var left = try #require(try await rows(store)["messages"])
        #expect(left > Self.lines / 2)
        // No other session gets its number, under which there are lines still.
        let third = try await createSession(store, organization, author, lines: 1)
        #expect(try await store.sessions.detail(of: third.id, in: organization).session.messageCount == 3)
        left += 3
        while try await store.sessions.removeDeleted(at: clock.now, limits: Self.limits) {
            let now = try #require(try await rows(store)["messages"])
            #expect(left - now == Self.limits.lines)
            left = now
        }
        #expect(try await rows(store)["messages"] == 6)
        #expect(try await rows(store)["message_search"] == 6)
        #expect(try await rows(store)["deleted_sessions"] == 0)
        try await store.sessions.connections.write { db in
            for table in ["title_search", "message_search"] {
                try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
            }
        }
    }

    /// A person's messages count in the statistics until they are deleted, and are deleted first.
    @Test func theNumbersChangeWithTheDeletion() async throws {
        let store = try open()
        let (organization, author) = try await owner(store)
        let session = try await createSession(store, organization, author)
        func stats() async throws -> SessionStats {
            try await store.sessions.overview(of: organization, SessionFilter(), limit: 1, at: clock.now).stats
        }
        #expect(try await stats().humansPastWeek == 1)
        try await store.sessions.delete(
            session.id, of: organization, by: author.id, as: .owner, at: clock.now, limits: Self.limits)
        #expect(try await stats().humansPastWeek == 0)
    }

    /// Where people said more than goes in one transaction, the numbers are told again once it has gone.
    @Test func theNumbersAreToldAgainWhereAPersonSaidMuch() async throws {
        let store = try open()
        let (organization, author) = try await owner(store)
        let session = try await createSession(store, organization, author)
        let one = DeletionLimits(lines: 1, time: .seconds(60))
        try await store.sessions.delete(
            session.id, of: organization, by: author.id, as: .owner, at: clock.now, limits: one)
        let scope = EventScope(organization: organization, session: nil)
        let position = try await store.events.position()
        _ = try await store.sessions.removeDeleted(at: clock.now, limits: one)
        let events = try await store.events.events(after: position, of: scope, at: clock.now)?.events ?? []
        #expect(events.map(\.type) == [.statsChanged])
        #expect(
            try await store.sessions.overview(of: organization, SessionFilter(), limit: 1, at: clock.now)
                .stats.humansPastWeek == 0)
    }

    /// The server is killed between any two transactions.
    @Test(arguments: [0, 1, 3])
    func theRestIsRemovedAfterARestart(steps: Int) async throws {
        let (organization, author, other) = try await {
            let store = try open()
            let (organization, author) = try await owner(store)
            let session = try await createSession(store, organization, author)
            let other = try await createSession(store, organization, author, lines: 1)
            try await store.sessions.delete(
                session.id, of: organization, by: author.id, as: .owner, at: clock.now, limits: Self.limits)
            for _ in 0..<steps {
                #expect(try await store.sessions.removeDeleted(at: clock.now, limits: Self.limits))
            }
            return (organization, author, other)
        }()
        let store = try open()
        try await expectOnly(other, store, organization)
        while try await store.sessions.removeDeleted(at: clock.now) {}
        try await expectOnly(other, store, organization)
        #expect(try await rows(store)["messages"] == 3)
        #expect(try await rows(store)["message_search"] == 3)
        try await store.sessions.delete(other.id, of: organization, by: author.id, as: .owner, at: clock.now)
        #expect(try await rows(store) == Self.nothing)
    }

    /// Long lines: each transaction removes one at least, and no more than it has time for.
    @Test func aTransactionWithoutTimeRemovesOneLine() async throws {
        let store = try open()
        let (organization, author) = try await owner(store)
        let session = try await createSession(store, organization, author)
        let hurried = DeletionLimits(lines: 1000, time: .zero)
        try await store.sessions.delete(
            session.id, of: organization, by: author.id, as: .owner, at: clock.now, limits: hurried)
        let left = try #require(try await rows(store)["messages"])
        #expect(left == Self.lines + 1)
        #expect(try await store.sessions.removeDeleted(at: clock.now, limits: hurried))
        #expect(try await rows(store)["messages"] == left - 1)
    }

    /// No list, search, address or export shows another one.
    private func expectOnly(_ session: Session, _ store: DataStore, _ organization: OrganizationID) async throws {
        for query in [nil, "walrus", "seal", "wal*"] {
            var filter = SessionFilter()
            filter.query = try query.map { try SearchQuery($0) }
            let page = try await store.sessions.page(of: organization, filter, after: .start, limit: 10)
            #expect(page.sessions.map(\.session.id) == [session.id], "\(query ?? "")")
        }
        let first = try await store.archives.session(after: nil, of: organization)
        #expect(first?.session.id == session.id)
        let place = SessionCursor(rank: 0, time: session.createdAt, id: session.id)
        #expect(try await store.archives.session(after: place, of: organization) == nil)
    }
}
