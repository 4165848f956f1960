import Domain
import GRDB

/// Reads entries of the log in order, with their subjects.
struct EventQuery {
    let sql: String
    private let arguments: StatementArguments

    private static let selection = Selection(Columns.init)
    private static let query = "SELECT \(selection.sql) FROM events"

    static let ofAll = EventQuery(sql: "\(query) WHERE number > ?1 ORDER BY number LIMIT ?2", arguments: [])

    static func of(_ scope: EventScope) -> EventQuery {
        guard let session = scope.session else {
            return EventQuery(
                sql: "\(query) WHERE number > ?1 AND organization_id = ?3 ORDER BY number LIMIT ?2",
                arguments: [scope.organization])
        }
        return EventQuery(
            // The plus stops SQLite from scanning all of the organization's entries.
            sql: """
                \(query) WHERE number > ?1 AND +organization_id = ?3 AND session_id = ?4 AND type <> 'stats.changed'
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
        let columns = Self.selection.columns
        for row in rows {
            guard bytes < limits.bytes else { return EventBatch(events: events, end: end, hasMore: true) }
            end = try row[columns.number]
            let organization: OrganizationID = try row[columns.organization]
            guard isWanted(organization) else { continue }
            let session: SessionID = try row[columns.session]
            let type: EventType = try row[columns.type]
            guard
                let subject = try subjects.subject(
                    of: type, named: row[columns.subject], session: session, organization: organization, db)
            else { continue }
            if case .message(let message) = subject { bytes += message.json.utf8.count }
            events.append(
                Event(number: end, type: type, organization: organization, session: session, subject: subject))
        }
        let isWhole = rows.count < limits.lines
        // The entries after the last row are outside the scope.
        return EventBatch(events: events, end: isWhole ? try EventLog.end(db) : end, hasMore: !isWhole)
    }

    private struct Columns {
        let number: SelectedColumn
        let organization: SelectedColumn
        let session: SelectedColumn
        let type: SelectedColumn
        let subject: SelectedColumn

        init(_ list: inout ColumnList) {
            number = list.add("number")
            organization = list.add("organization_id")
            session = list.add("session_id")
            type = list.add("type")
            subject = list.add("subject")
        }
    }
}
