package import Domain
import GRDB

/// For those who keep an organization's list of sessions and renew it.
extension SessionStore {
    /// More changes than these are read as a whole list.
    private static let maximumOfChanges = 50

    /// Whether nothing of the list has changed, known without asking the database.
    package func isCurrent(_ mark: SessionListMark, of organization: OrganizationID) -> Bool {
        mark.people == connections.people.current && mark.position >= connections.logEnds.end(of: organization)
    }

    /// What has changed of the list, at one moment; all of it when there is no mark, or it is too old.
    ///
    /// - Parameter limit: how many sessions of a whole list are read at most.
    package func news(
        of organization: OrganizationID, since mark: SessionListMark?, limit: Int, at now: Timestamp
    ) async throws -> SessionListNews {
        let people = connections.people.current
        return try await connections.read { db in
            let current = SessionListMark(position: try EventLog.end(db), people: people)
            let changed = try mark.flatMap { mark in
                mark.people == people ? try Self.changed(in: organization, after: mark.position, db) : nil
            }
            return SessionListNews(
                change: try changed.map(SessionListNews.Change.some)
                    ?? .all(
                        SessionListQuery(organization: organization, filter: SessionFilter())
                            .page(after: .start, limit: limit, db).map(\.session)),
                stats: try StatsQuery.run(organization, at: now, db),
                mark: current)
        }
    }

    /// - Returns: `nil` when the log doesn't tell any more, or tells of too many.
    private static func changed(
        in organization: OrganizationID, after position: Int, _ db: Database
    ) throws -> [SessionID: Session?]? {
        guard position >= (try EventLog.earliestPosition(db)) else { return nil }
        let statement = try db.cachedStatement(
            sql: "SELECT DISTINCT session_id FROM events WHERE organization_id = ? AND number > ? LIMIT ?")
        let ids = try SessionID.fetchAll(statement, arguments: [organization, position, maximumOfChanges + 1])
        guard ids.count <= maximumOfChanges else { return nil }
        return try Dictionary(
            uniqueKeysWithValues: ids.map { id in
                (id, try SessionRow.find(id, in: organization, db).map { try SessionRow.fetch($0, db) })
            })
    }
}
