import Domain
import GRDB

/// A comment on a session's changes.
enum CommentRow {
    private static let query = """
        SELECT c.id, u.id, u.name, u.image_url, c.path, c.side, c.line, c.end_line, c.quote, c.body, c.version,
            c.created_at, c.updated_at, c.sent_at, c.sent_sequence
        FROM comments c JOIN users u ON u.id = c.author_id

        """

    /// - Returns: `nil` when the session has no such comment.
    static func fetch(_ id: CommentID, of number: Int64, _ db: Database) throws -> DiffComment? {
        let statement = try db.cachedStatement(sql: query + "WHERE c.id = ? AND c.session_number = ?")
        return try Row.fetchOne(statement, arguments: [id, number]).map(comment(from:))
    }

    /// All unsent comments, of every author, oldest first.
    static func drafts(of number: Int64, _ db: Database) throws -> [DiffComment] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE c.session_number = ? AND c.sent_at IS NULL ORDER BY c.number")
        return try Row.fetchAll(statement, arguments: [number]).map(comment(from:))
    }

    /// The latest comments, sent or not, oldest first.
    static func latest(of number: Int64, limit: Int, _ db: Database) throws -> [DiffComment] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE c.session_number = ? ORDER BY c.number DESC LIMIT ?")
        return try Row.fetchAll(statement, arguments: [number, limit]).map(comment(from:)).reversed()
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

    private static func comment(from row: Row) throws -> DiffComment {
        let (first, last): (Int, Int) = try (row[6], row[7])
        let sequence: Int? = try row[14]
        return try DiffComment(
            id: row[0], author: Author(id: row[1], name: row[2], imageURL: row[3]),
            place: DiffPosition(path: row[4], side: row[5], lines: first...max(first, last)), quote: row[8],
            body: row[9],
            version: row[10], createdAt: row[11], updatedAt: row[12],
            sending: sequence.map { DiffComment.Sending(time: try row[13], sequence: $0) })
    }
}
