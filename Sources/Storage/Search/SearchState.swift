import Domain
import GRDB

/// The text folding with which the search index was made, and how much is still to be reindexed.
struct SearchState {
    private let version: Int
    /// The numbers of the next session and the next message to reindex; 0 when none is left.
    var sessionsLeft: Int64
    var messagesLeft: Int64

    /// The state of a new, empty database.
    static func create(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO search_state (number, version) VALUES (1, ?)", arguments: [SearchFolding.version])
    }

    static func fetch(_ db: Database) throws -> SearchState? {
        let statement = try db.cachedStatement(
            sql: "SELECT version, sessions_left, messages_left FROM search_state WHERE number = 1")
        return try Row.fetchOne(statement).map {
            SearchState(version: try $0[0], sessionsLeft: try $0[1], messagesLeft: try $0[2])
        }
    }

    /// Whether everything is indexed with this server's folding.
    var isComplete: Bool { version == SearchFolding.version && sessionsLeft == 0 && messagesLeft == 0 }

    /// The same state, or, if another folding was used, one with everything left to reindex. New texts are indexed with
    /// this server's folding from then on.
    func withAllLeft(_ db: Database) throws -> SearchState {
        guard version != SearchFolding.version else { return self }
        return SearchState(
            version: SearchFolding.version,
            sessionsLeft: try Int64.fetchOne(db, sql: "SELECT max(number) FROM sessions") ?? 0,
            messagesLeft: try Int64.fetchOne(db, sql: "SELECT max(number) FROM messages") ?? 0)
    }

    func save(_ db: Database) throws {
        try db.execute(
            sql: "UPDATE search_state SET version = ?, sessions_left = ?, messages_left = ? WHERE number = 1",
            arguments: [version, sessionsLeft, messagesLeft])
    }
}
