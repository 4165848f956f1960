import Domain
import GRDB

/// The sessions of an organization that a filter lets through, in pages. All filtering is SQL's, before the limit.
///
/// A list is ordered by time, newest first, those of the same millisecond by id; a search puts those before whose title
/// has every term.
struct SessionListQuery {
    let organization: OrganizationID
    let filter: SessionFilter

    func page(after cursor: SessionCursor, limit: Int, _ db: Database) throws -> [ListedSession] {
        let (sql, arguments) = statement(after: cursor, limit: limit)
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
        guard let term = filter.query?.terms.first else {
            return rows.map { ListedSession(session: SessionRow.session(from: $0), match: nil) }
        }
        let messages = rows.compactMap { $0["message"] as Int64? }
        let titles = rows.filter { $0["message"] == nil }.map { $0["number"] as Int64 }
        let messageSnippets = try SearchIndex.snippets(term, in: .messages, at: messages, db)
        let titleSnippets = try SearchIndex.snippets(term, in: .titles, at: titles, db)
        return rows.map { row in
            let message: Int64? = row["message"]
            let snippet = message.map { messageSnippets[$0] } ?? titleSnippets[row["number"]]
            let match = SearchMatch(rank: row["rank"], snippet: snippet ?? "", sequence: row["message_sequence"])
            return ListedSession(session: SessionRow.session(from: row), match: match)
        }
    }

    func statement(after cursor: SessionCursor, limit: Int) -> (sql: String, arguments: StatementArguments) {
        if let query = filter.query { return search(query, after: cursor, limit: limit) }
        let (conditions, values) = conditions
        let sql = """
            SELECT \(SessionRow.columns) \(SessionRow.tables)
            WHERE s.organization_id = ? AND s.created_at <= ? AND (s.created_at < ? OR s.id > ?) \(conditions)
            ORDER BY s.created_at DESC, s.id LIMIT ?
            """
        let place: StatementArguments = [organization, cursor.createdAt, cursor.createdAt, cursor.id]
        return (sql, place + values + [limit])
    }

    /// The first term's places drive the search; each further term has to be somewhere in the session too.
    private func search(
        _ query: SearchQuery, after cursor: SessionCursor, limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        let expressions = query.terms.map(SearchIndex.expression)
        let (conditions, values) = conditions
        let others = expressions.dropFirst().map { _ in "AND s.number IN (\(Self.sessionsWithTerm))" }.joined()
        let sql = """
            WITH hit (session, message) AS MATERIALIZED (
                SELECT session, max(message) FROM (\(Self.placesOfTerm)) GROUP BY session
            ), found AS MATERIALIZED (
                SELECT s.number, s.created_at, s.id, nullif(hit.message, 0) AS message,
                    s.number NOT IN (SELECT rowid FROM title_search WHERE title_search MATCH ?) AS rank
                FROM hit CROSS JOIN sessions s ON s.number = hit.session
                WHERE s.organization_id = ? \(conditions) \(others)
            )
            SELECT \(SessionRow.columns), found.rank, s.number, iif(found.rank = 0, NULL, found.message) AS message,
                iif(found.rank = 0, NULL, m.sequence) AS message_sequence
            FROM (
                SELECT * FROM found
                WHERE rank > ? OR (rank = ? AND (created_at < ? OR (created_at = ? AND id > ?)))
                ORDER BY rank, created_at DESC, id LIMIT ?
            ) found CROSS JOIN sessions s ON s.number = found.number
            \(SessionRow.joins) LEFT JOIN messages m ON m.number = found.message
            ORDER BY found.rank, s.created_at DESC, s.id
            """
        var arguments: StatementArguments = [expressions[0], expressions[0]]
        arguments += [expressions.joined(separator: " AND "), organization]
        arguments += values
        for expression in expressions.dropFirst() { arguments += [expression, expression] }
        arguments += [cursor.rank, cursor.rank, cursor.createdAt, cursor.createdAt, cursor.id, limit]
        return (sql, arguments)
    }

    /// Where a term is: 0 stands for the title.
    private static let placesOfTerm = """
        SELECT rowid AS session, 0 AS message FROM title_search WHERE title_search MATCH ?
        UNION ALL
        SELECT m.session_number, m.number FROM message_search f CROSS JOIN messages m ON m.number = f.rowid
        WHERE message_search MATCH ?
        """

    private static let sessionsWithTerm = "SELECT session FROM (\(placesOfTerm))"

    private var conditions: (sql: String, values: StatementArguments) {
        var sql = ""
        var values = StatementArguments()
        if let status = filter.status {
            sql += " AND s.status = ?"
            values += [status]
        }
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
        return (sql, values)
    }
}
