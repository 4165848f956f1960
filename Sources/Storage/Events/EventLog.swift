import Domain
import GRDB

/// Writes the news of one transaction about one session.
struct EventLog {
    let session: SessionID
    let organization: OrganizationID
    let time: Timestamp
    /// Whether messages and tasks are told of one by one.
    var isDetailed = true

    /// - Parameter subject: of a message its sequence number, of a task its id.
    func append(_ type: EventType, subject: String? = nil, _ db: Database) throws {
        guard isDetailed || subject == nil else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO events (organization_id, session_id, type, subject, created_at) VALUES (?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [organization, session, type, subject, time])
    }

    /// The number of the last entry, which counts on when that is pruned; 0 before the first.
    static func end(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'events'")
        return try Int.fetchOne(statement) ?? 0
    }

    /// The first number from which a reader can go on without missing anything.
    static func earliestPosition(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT min(number) - 1 FROM events")
        return try Int.fetchOne(statement) ?? end(db)
    }
}
