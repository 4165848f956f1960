import Domain
import GRDB

/// An organization's sessions that pass a filter, in pages. SQL applies the filter before the limit.
///
/// A list is ordered by time, the latest first, those of the same millisecond by id; a search puts those before whose title
/// has every term.
struct SessionListQuery {
    let organization: OrganizationID
    var filter: SessionFilter
    var order = SessionOrder.created

    func page(after cursor: SessionCursor, limit: Int, _ db: Database) throws -> SessionPage {
        guard let query = filter.query else {
            let (sql, arguments) = list(after: cursor, limit: limit)
            let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
            let columns = SessionRow.selection.columns
            return SessionPage(
                sessions: try rows.map { ListedSession(session: try columns.session(from: $0), match: nil) })
        }
        let search = try SessionSearch(query, in: organization, db)
        let (sql, arguments) = found(search, after: cursor, limit: limit)
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
        return SessionPage(
            sessions: try rows.map { row in
                let session = try Self.foundSelection.columns.session.session(from: row)
                let match = try Self.match(row, session, search, query, db)
                return ListedSession(session: session, match: match)
            }, searchLimit: search.limit)
    }

    /// The kind of read: searches may not use all readers at once.
    var kind: ReadKind { filter.query == nil ? .ordinary : .search }

    func list(after cursor: SessionCursor, limit: Int) -> (sql: String, arguments: StatementArguments) {
        let (conditions, values) = conditions
        let sql = """
            SELECT \(SessionRow.selection.sql) FROM sessions s INDEXED BY \(order == .created ? index : "sessions_by_change")
                \(SessionRow.joins)
            WHERE s.organization_id = ? AND s.\(time) <= ? AND (s.\(time) < ? OR s.id > ?) \(conditions)
            ORDER BY s.\(time) DESC, s.id LIMIT ?
            """
        let place: StatementArguments = [organization, cursor.time, cursor.time, cursor.id]
        return (sql, place + values + [limit])
    }

    /// The column by which the list is ordered.
    private var time: String {
        switch order {
        case .created: "created_at"
        case .changed: "updated_at"
        }
    }

    /// The index that has the list in the order of creation with the fewest others in between: the first of what is asked for, in
    /// the order of how few sessions it usually leaves.
    var index: String {
        if filter.isWaiting == true { return "sessions_waiting" }
        if filter.repository != nil { return "sessions_by_repository" }
        if filter.author != nil { return "sessions_by_author" }
        if filter.status != nil { return filter.isRunHere ? "sessions_run_here" : "sessions_by_status" }
        return switch filter.isArchived {
        case true: "sessions_archived"
        case false: "sessions_in_use"
        case nil: "sessions_by_time"
        }
    }

    /// A page of the sessions that a search found, which are few.
    private func found(
        _ search: SessionSearch, after cursor: SessionCursor, limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        let (conditions, values) = conditions
        let sql = """
            SELECT \(Self.foundSelection.sql) FROM (
                SELECT number, rank FROM (
                    SELECT s.number, s.\(time), s.id, s.number NOT IN (SELECT value FROM json_each(?)) AS rank
                    FROM json_each(?) hit CROSS JOIN sessions s ON s.number = hit.value
                    WHERE s.organization_id = ? \(conditions)
                )
                WHERE rank > ? OR (rank = ? AND (\(time) < ? OR (\(time) = ? AND id > ?)))
                ORDER BY rank, \(time) DESC, id LIMIT ?
            ) found CROSS JOIN sessions s ON s.number = found.number \(SessionRow.joins)
            ORDER BY found.rank, s.\(time) DESC, s.id
            """
        var arguments: StatementArguments = [Self.json(search.titles), Self.json(search.sessions.keys), organization]
        arguments += values
        arguments += [cursor.rank, cursor.rank, cursor.time, cursor.time, cursor.id, limit]
        return (sql, arguments)
    }

    private static let foundSelection = Selection(FoundColumns.init)

    /// The columns of what a search found.
    private struct FoundColumns {
        let session: SessionColumns
        let number: SelectedColumn
        let rank: SelectedColumn

        init(_ list: inout ColumnList) {
            session = SessionColumns(&list)
            number = list.add("s.number")
            rank = list.add("found.rank")
        }
    }

    static func json(_ numbers: some Sequence<Int64>) -> String {
        "[\(numbers.map(String.init).joined(separator: ","))]"
    }

    /// The match of the first term, with the words around it as they were written.
    private static func match(
        _ row: Row, _ session: Session, _ search: SessionSearch, _ query: SearchQuery, _ db: Database
    ) throws -> SearchMatch? {
        guard let term = query.terms.first else { return nil }
        let number: Int64 = try row[foundSelection.columns.number]
        let rank: Int = try row[foundSelection.columns.rank]
        guard rank > 0, let sequence = search.sessions[number], sequence > 0 else {
            let snippet = MatchExcerpt.text(around: term, in: session.title)
            return SearchMatch(rank: rank, snippet: snippet, sequence: nil)
        }
        let text = try SearchedText.beginning(at: SearchPosition(number, sequence), db)
        return SearchMatch(rank: rank, snippet: MatchExcerpt.text(around: term, in: text), sequence: sequence)
    }

    var conditions: (sql: String, values: StatementArguments) {
        var sql = ""
        var values = StatementArguments()
        if let status = filter.status {
            sql += " AND s.status = ?"
            values += [status]
        }
        if filter.leavesOutStopped { sql += " AND s.failure NOT GLOB 'Stopped by *'" }
        if filter.isRunHere { sql += " AND s.runs_here = 1" }
        if let author = filter.author {
            sql += " AND s.author_id = ?"
            values += [author]
        }
        if let repository = filter.repository {
            sql += " AND s.repository_owner = ? COLLATE NOCASE AND s.repository_name = ? COLLATE NOCASE"
            values += [repository.owner, repository.name]
        }
        if let isArchived = filter.isArchived {
            sql += " AND s.archived_at IS \(isArchived ? "NOT NULL" : "NULL")"
        }
        if let isWaiting = filter.isWaiting {
            sql += " AND s.waiting_id IS \(isWaiting ? "NOT NULL" : "NULL")"
        }
        return (sql, values)
    }
}
