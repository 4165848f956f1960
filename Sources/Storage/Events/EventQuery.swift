import Domain
import GRDB

/// Reads entries of the log in order, with their subjects.
struct EventQuery {
    let sql: String
    private let arguments: StatementArguments

    private static let columns = "SELECT number, organization_id, session_id, type, subject FROM events"

    static let ofAll = EventQuery(sql: "\(columns) WHERE number > ?1 ORDER BY number LIMIT ?2", arguments: [])

    static func of(_ scope: EventScope) -> EventQuery {
        guard let session = scope.session else {
            return EventQuery(
                sql: "\(columns) WHERE number > ?1 AND organization_id = ?3 ORDER BY number LIMIT ?2",
                arguments: [scope.organization])
        }
        return EventQuery(
            // The plus stops SQLite from scanning all of the organization's entries.
            sql: """
                \(columns) WHERE number > ?1 AND +organization_id = ?3 AND session_id = ?4 AND type <> 'stats.changed'
                ORDER BY number LIMIT ?2
                """,
            arguments: [scope.organization, session])
    }

    /// - Parameters:
    ///   - subjects: looks up the subjects of the entries.
    ///   - isWanted: whether an organization's entries are looked up; others are skipped.
    func run(
        after position: Int, limits: BatchLimits, subjects: EventSubjects, _ db: Database,
        where isWanted: (OrganizationID) -> Bool
    ) throws -> EventBatch {
        let statement = try db.cachedStatement(sql: sql)
        let rows = try Row.fetchAll(statement, arguments: [position, limits.lines] + arguments)
        var subjects = subjects
        var events: [Event] = []
        var end = position
        var bytes = 0
        for row in rows {
            guard bytes < limits.bytes else { return EventBatch(events: events, end: end, hasMore: true) }
            end = try row[0]
            let organization: OrganizationID = try row[1]
            guard isWanted(organization) else { continue }
            let session: SessionID = try row[2]
            let type: EventType = try row[3]
            guard
                let subject = try subjects.subject(
                    of: type, named: row[4], session: session, organization: organization, db)
            else { continue }
            if case .message(let message) = subject { bytes += message.json.utf8.count }
            events.append(
                Event(number: end, type: type, organization: organization, session: session, subject: subject))
        }
        let isWhole = rows.count < limits.lines
        // The entries after the last row are outside the scope.
        return EventBatch(events: events, end: isWhole ? try EventLog.end(db) : end, hasMore: !isWhole)
    }
}
