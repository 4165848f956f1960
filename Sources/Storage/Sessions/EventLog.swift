import Domain
import GRDB

/// Writes the news of one transaction about one session.
struct EventLog {
    let session: SessionID
    let organization: OrganizationID
    let time: Timestamp

    /// - Parameter subject: of a message its sequence number, of a task its id.
    func append(_ type: EventType, subject: String? = nil, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO events (organization_id, session_id, type, subject, created_at) VALUES (?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [organization, session, type, subject, time])
    }
}
