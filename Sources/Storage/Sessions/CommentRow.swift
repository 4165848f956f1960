import Domain
import GRDB

/// A comment on a session's changes.
enum CommentRow {
    private static let query = """
        SELECT \(selection.sql)
        FROM comments c JOIN users u ON u.id = c.author_id

        """

    /// - Returns: `nil` when the session has no such comment.
    static func fetch(_ id: CommentID, of number: Int64, _ db: Database) throws -> DiffComment? {
        let statement = try db.cachedStatement(sql: query + "WHERE c.id = ? AND c.session_number = ?")
        return try Row.fetchOne(statement, arguments: [id, number]).map(selection.columns.comment)
    }

    /// All unsent comments, of every author, oldest first.
    static func drafts(of number: Int64, _ db: Database) throws -> [DiffComment] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE c.session_number = ? AND c.sent_at IS NULL ORDER BY c.number")
        return try Row.fetchAll(statement, arguments: [number]).map(selection.columns.comment)
    }

    /// The latest comments, sent or not, oldest first.
    static func latest(of number: Int64, limit: Int, _ db: Database) throws -> [DiffComment] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE c.session_number = ? ORDER BY c.number DESC LIMIT ?")
        return try Row.fetchAll(statement, arguments: [number, limit]).map(selection.columns.comment).reversed()
    }

    static func insert(
        _ draft: CommentDraft, id: CommentID, of number: Int64, by author: UserID, at time: Timestamp, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO comments (id, session_number, author_id, path, side, line, end_line, quote, version, body,
                    created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let place = draft.place
        try statement.execute(arguments: [
            id, number, author, place.path, place.side, place.lines.lowerBound, place.lines.upperBound, draft.quote,
            draft.version, draft.body, time, time,
        ])
    }

    static func set(_ body: String, of id: CommentID, at time: Timestamp, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE comments SET body = ?, updated_at = max(updated_at, ?) WHERE id = ?")
            .execute(arguments: [body, time, id])
    }

    static func delete(_ id: CommentID, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM comments WHERE id = ?").execute(arguments: [id])
    }

    /// - Parameter sequence: the sequence number of the message that contains the comment.
    static func markSent(_ id: CommentID, with sequence: Int, at time: Timestamp, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE comments SET sent_at = ?, sent_sequence = ? WHERE id = ?")
            .execute(arguments: [time, sequence, id])
    }

    /// Makes the comments that a message contained unsent again.
    static func release(_ sequence: Int, of number: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql:
                "UPDATE comments SET sent_at = NULL, sent_sequence = NULL WHERE session_number = ? AND sent_sequence = ?"
        ).execute(arguments: [number, sequence])
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        private let id: SelectedColumn
        private let author: AuthorColumns
        private let path: SelectedColumn
        private let side: SelectedColumn
        private let line: SelectedColumn
        private let endLine: SelectedColumn
        private let quote: SelectedColumn
        private let body: SelectedColumn
        private let version: SelectedColumn
        private let createdAt: SelectedColumn
        private let updatedAt: SelectedColumn
        private let sentAt: SelectedColumn
        private let sentSequence: SelectedColumn

        init(_ list: inout ColumnList) {
            id = list.add("c.id")
            author = AuthorColumns(of: "u", &list)
            path = list.add("c.path")
            side = list.add("c.side")
            line = list.add("c.line")
            endLine = list.add("c.end_line")
            quote = list.add("c.quote")
            body = list.add("c.body")
            version = list.add("c.version")
            createdAt = list.add("c.created_at")
            updatedAt = list.add("c.updated_at")
            sentAt = list.add("c.sent_at")
            sentSequence = list.add("c.sent_sequence")
        }

        func comment(from row: Row) throws -> DiffComment {
            let (first, last): (Int, Int) = try (row[line], row[endLine])
            let sequence: Int? = try row[sentSequence]
            return try DiffComment(
                id: row[id], author: author.author(from: row),
                place: DiffPosition(path: row[path], side: row[side], lines: first...max(first, last)),
                quote: row[quote], body: row[body], version: row[version], createdAt: row[createdAt],
                updatedAt: row[updatedAt],
                sending: sequence.map { DiffComment.Sending(time: try row[sentAt], sequence: $0) })
        }
    }
}
