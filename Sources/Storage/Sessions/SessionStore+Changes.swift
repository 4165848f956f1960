package import Domain
import GRDB

/// Incremental reads for caches of an organization's session list.
extension SessionStore {
    /// Maximum number of changed sessions; with more, the whole list is read.
    private static let maximumOfChanges = 50
    /// Maximum number of log entries, of which an active session has many; with more, the whole list is read.
    private static let maximumOfEntries = 1000

    /// Whether nothing in the list has changed since the mark, known without reading the database.
    package func isCurrent(_ mark: SessionListMark, of organization: OrganizationID, at now: Timestamp) -> Bool {
        mark.people == connections.people.current && mark.position >= connections.logEnds.end(of: organization)
            && mark.stats.hold(at: now)
    }

    /// The changes of the list since a mark, in one snapshot; the whole list when there is no mark or it is too old.
    ///
    /// - Parameter limit: a whole list of this many sessions or more isn't read.
    /// - Returns: `nil` for such a list.
    package func changes(
        of organization: OrganizationID, since mark: SessionListMark?, limit: Int, at now: Timestamp
    ) async throws -> SessionListChanges? {
        let people = connections.people.current
        return try await connections.readOnCallerThread { db in
            let known = mark.flatMap { $0.people == people ? $0 : nil }
            let changes = try known.flatMap { try Self.changes(of: organization, after: $0.position, db) }
            guard
                let change = try changes.map(SessionListChanges.Change.some)
                    ?? Self.all(of: organization, limit: limit, db)
            else { return nil }
            return SessionListChanges(
                change: change,
                mark: SessionListMark(
                    position: try EventLog.end(db), people: people,
                    stats: try connections.countedStats.stats(of: organization, at: now, db)))
        }
    }

    private static func all(
        of organization: OrganizationID, limit: Int, _ db: Database
    ) throws -> SessionListChanges.Change? {
        let last = try db.cachedStatement(sql: "SELECT 1 FROM sessions WHERE organization_id = ? LIMIT 1 OFFSET ?")
        guard try Int.fetchOne(last, arguments: [organization, limit - 1]) == nil else { return nil }
        let query = SessionListQuery(organization: organization, filter: SessionFilter())
        return .all(try query.page(after: .start, limit: limit, db).sessions.map(\.session))
    }

    /// The sessions named in the log, in their current state; `nil` values for deleted sessions.
    ///
    /// - Returns: `nil` when the log was pruned since then, or has too many changes.
    private static func changes(
        of organization: OrganizationID, after position: Int, _ db: Database
    ) throws -> [SessionID: Session?]? {
        guard position >= (try EventLog.earliestPosition(db)) else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT session_id FROM events WHERE organization_id = ? AND number > ? ORDER BY number LIMIT ?
                """)
        let entries = try SessionID.fetchAll(statement, arguments: [organization, position, maximumOfEntries + 1])
        let ids = Set(entries)
        guard entries.count <= maximumOfEntries, ids.count <= maximumOfChanges else { return nil }
        return try Dictionary(
            uniqueKeysWithValues: ids.map { id in
                (id, try SessionRow.find(id, in: organization, db).map { try SessionRow.fetch($0, db) })
            })
    }
}
