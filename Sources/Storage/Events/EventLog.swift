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

    /// The numbers of the last entries of those organizations that have any after a position.
    static func ends(after position: Int, _ db: Database) throws -> [OrganizationID: Int] {
        let statement = try db.cachedStatement(
            sql: "SELECT organization_id, max(number) FROM events WHERE number > ? GROUP BY organization_id")
        let rows = try Row.fetchAll(statement, arguments: [position])
        return Dictionary(rows.map { ($0[0], $0[1]) }) { $1 }
    }

    /// The first number from which a reader can go on without missing anything.
    static func earliestPosition(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT min(number) - 1 FROM events")
        return try Int.fetchOne(statement) ?? end(db)
    }
}
