import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

/// The index of a database that a server with another folding made.
struct SearchRebuildTests {
    private let directory: TemporaryDirectory
    private let clock = TestClock()

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func open() throws -> DataStore {
        try DataStore(openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent)
    }

    private func create(
        _ prompt: String, _ store: DataStore, _ people: (OrganizationID, Author)
    ) async throws -> Session {
        let draft = SessionDraft(organizationID: people.0, prompt: prompt, repository: nil, model: nil)
        guard case .now(let session) = try await store.sessions.create(draft, by: people.1, at: clock.now, once: nil)
        else { throw CancellationError() }
        return session
    }

    private func setUp(_ store: DataStore) async throws -> (OrganizationID, Author) {
        let owner = try TestStore.owner()
        let organization = try await store.accounts.setUp(organization: "Acme", owner: owner, at: clock.now)
        return (organization.id, Author(id: owner.id, name: owner.name, imageURL: nil))
    }

    /// All that is indexed so far is indexed under other words, as by an older server.
    private func makeOld(_ store: DataStore) async throws {
        try await store.sessions.connections.write { db in
            try db.execute(sql: "UPDATE search_state SET version = -1")
            for table in ["title_search", "message_search"] {
                try db.execute(sql: "UPDATE \(table) SET words = 'old' || rowid, parts = NULL")
            }
        }
    }

    private func search(_ query: String, _ store: DataStore, _ organization: OrganizationID) async throws -> SessionPage
    {
        var filter = SessionFilter()
        filter.query = try SearchQuery(query)
        return try await store.sessions.page(of: organization, filter, after: .start, limit: 100)
    }

    private func expectSound(_ store: DataStore) async throws {
        try await store.sessions.connections.write { db in
            for table in ["title_search", "message_search"] {
                try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
            }
        }
    }

    /// The server ends after some of the parts, of a few rows each, and another one goes on.
    @Test(arguments: [0, 1, 4, 9])
    func itGoesOnWhereItWas(parts: Int) async throws {
        let people = try await {
            let store = try open()
            let people = try await setUp(store)
            for number in 1...10 { _ = try await create("Straße \(number)\n\nгде ещё ошибка", store, people) }
            try await makeOld(store)
            for _ in 0..<parts { try await store.sessions.rebuildSearchIndex(rows: 2, time: .seconds(60)) }
            #expect(try await search("strasse", store, people.0).sessions.count == min(10, 2 * parts))
            return people
        }()
        let store = try open()
        #expect(try await !store.sessions.isSearchIndexComplete())
        #expect(try await search("nothing", store, people.0).searchLimit == .indexIncomplete)
        var left = 20 - 2 * parts
        while try await !store.sessions.isSearchIndexComplete() {
            try await store.sessions.rebuildSearchIndex(rows: 2, time: .seconds(60))
            left -= 2
        }
        #expect(abs(left) <= 2)
        let titles = try await search("strasse", store, people.0)
        #expect(titles.sessions.count == 10 && titles.searchLimit == nil)
        #expect(try await search("еще", store, people.0).sessions.count == 10)
        #expect(try await search("old*", store, people.0).sessions.isEmpty)
        try await expectSound(store)
    }

    /// The newest are found first, and what is written, changed and deleted meanwhile is as it should be.
    @Test func othersWriteMeanwhile() async throws {
        let store = try open()
        let people = try await setUp(store)
        let sessions = store.sessions
        var created: [Session] = []
        for number in 1...6 { created.append(try await create("Straße \(number)", store, people)) }
        try await makeOld(store)
        try await sessions.rebuildSearchIndex(rows: 2, time: .seconds(60))
        let newest = try await search("strasse", store, people.0).sessions.map(\.session.id)
        #expect(Set(newest) == [created[5].id, created[4].id])
        _ = try await create("Łódź", store, people)
        _ = try await sessions.followUp(
            "Ærø", in: created[0].id, of: people.0, by: people.1.id, at: clock.now, once: nil)
        _ = try await sessions.apply(
            SessionEdit(title: "Größe", status: nil), to: created[1].id, of: people.0, by: "Alice", at: clock.now)
        try await sessions.delete(created[2].id, of: people.0, by: people.1.id, as: .owner, at: clock.now)
        #expect(try await search("lodz", store, people.0).sessions.count == 1)
        while try await !sessions.isSearchIndexComplete() {
            try await sessions.rebuildSearchIndex(rows: 2, time: .seconds(60))
        }
        #expect(try await search("strasse", store, people.0).sessions.count == 5)
        #expect(try await search("aero", store, people.0).sessions.map(\.session.id) == [created[0].id])
        #expect(try await search("grosse", store, people.0).sessions.map(\.session.id) == [created[1].id])
        try await expectSound(store)
    }

    /// Each transaction does one row at least, and no more than it has time for.
    @Test func aTransactionWithoutTimeDoesOneRow() async throws {
        let store = try open()
        let people = try await setUp(store)
        for number in 1...3 { _ = try await create("Straße \(number)", store, people) }
        try await makeOld(store)
        try await store.sessions.rebuildSearchIndex(time: .zero)
        #expect(try await search("strasse", store, people.0).sessions.count == 1)
    }

    @Test func aDamagedRowHoldsNothingUp() async throws {
        let store = try open()
        let people = try await setUp(store)
        for number in 1...3 { _ = try await create("Straße \(number)\n\nгде ещё", store, people) }
        try await makeOld(store)
        try await store.sessions.connections.write { db in
            try db.execute(sql: #"UPDATE messages SET line = '{"type":7}' WHERE number = 2"#)
        }
        while try await !store.sessions.isSearchIndexComplete() { try await store.sessions.rebuildSearchIndex() }
        #expect(try await search("еще", store, people.0).sessions.count == 2)
    }

    @Test func aNewDatabaseIsComplete() async throws {
        #expect(try await open().sessions.isSearchIndexComplete())
    }
}
