import Domain
import GRDB

/// With which folding the search index was made, and how much is to be indexed anew.
struct SearchState {
    private let version: Int
    /// The numbers of the next session and the next message that are to be indexed anew; 0 when none is left.
    var sessionsLeft: Int64
    var messagesLeft: Int64

    /// Of a new database, in which nothing is to be searched yet.
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

    /// Whether all that there is has been indexed with the folding of this server.
    var isComplete: Bool { version == SearchFolding.version && sessionsLeft == 0 && messagesLeft == 0 }

    /// The same, with all to be indexed anew if it was indexed with another folding: what is written from now on has this
    /// server's.
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
