import Domain
import GRDB

/// Counts, and lists that are not read from one index.
extension SessionListQuery {
    /// The number of sessions that pass the filter, counted up to `SessionsOverview.maximumCount` + 1.
    func count(_ db: Database) throws -> Int {
        guard let query = filter.query else {
            let sql = """
                SELECT count(*) FROM (
                    SELECT 1 FROM sessions s INDEXED BY \(index) WHERE s.organization_id = ? \(conditions.sql) LIMIT ?)
                """
            let arguments: StatementArguments = [organization] + conditions.values
            return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments + [Self.countLimit]) ?? 0
        }
        let search = try SessionSearch(query, in: organization, db)
        let sql = """
            SELECT count(*) FROM json_each(?) hit CROSS JOIN sessions s ON s.number = hit.value
            WHERE s.organization_id = ? \(conditions.sql)
            """
        let arguments: StatementArguments = [Self.json(search.sessions.keys), organization] + conditions.values
        return min(
            try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0, Self.countLimit)
    }

    private static let countLimit = SessionsOverview.maximumCount + 1

    /// The sessions that wait for a person, the latest first.
    static func waiting(in organization: OrganizationID, _ db: Database) throws -> [SessionID] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT s.id FROM sessions s INDEXED BY sessions_waiting
                WHERE s.organization_id = ? AND s.waiting_id IS NOT NULL AND s.archived_at IS NULL
                ORDER BY s.created_at DESC, s.id LIMIT ?
                """)
        return try SessionID.fetchAll(statement, arguments: [organization, countLimit])
    }

    /// The sessions among `ids` that pass the filter, in the order of `ids`.
    func sessions(among ids: [SessionID], _ db: Database) throws -> [ListedSession] {
        let sql = """
            SELECT \(SessionRow.selection.sql) FROM json_each(?) hit CROSS JOIN sessions s ON s.id = hit.value
                \(SessionRow.joins)
            WHERE s.organization_id = ? \(conditions.sql)
            """
        let list = "[\(ids.map { "\"\($0)\"" }.joined(separator: ","))]"
        let arguments: StatementArguments = [list, organization] + conditions.values
        let sessions = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map {
            try SessionRow.selection.columns.session(from: $0)
        }
        let byID = Dictionary(sessions.map { ($0.id, $0) }) { first, _ in first }
        return ids.compactMap { byID[$0].map { ListedSession(session: $0, match: nil) } }
    }
}
