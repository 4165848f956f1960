import Domain
import GRDB

extension ArchivedAttachment {
    /// The files of the messages in a range of sequence numbers, in their order, with the numbers of their blobs. Files
    /// whose import isn't finished are left out.
    static func fetchAll(
        of session: SessionID, in range: ClosedRange<Int>, _ db: Database
    ) throws -> [(attachment: ArchivedAttachment, blob: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection.sql)
                \(AttachmentRow.tables) JOIN sessions s ON s.number = a.session_number
                WHERE s.id = ? AND a.sequence BETWEEN ? AND ? AND b.digest IS NOT NULL ORDER BY a.sequence, a.position
                """)
        return try Row.fetchAll(statement, arguments: [session, range.lowerBound, range.upperBound]).map { row in
            let columns = selection.columns
            let archived = try ArchivedAttachment(
                attachment: columns.attachment.attachment(from: row), session: session,
                sequence: row[columns.sequence], position: row[columns.position], createdAt: row[columns.createdAt])
            return (archived, try row[columns.blob])
        }
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        let attachment: AttachmentColumns
        let sequence: SelectedColumn
        let position: SelectedColumn
        let createdAt: SelectedColumn
        let blob: SelectedColumn

        init(_ list: inout ColumnList) {
            attachment = AttachmentColumns(&list)
            sequence = list.add("a.sequence")
            position = list.add("a.position")
            createdAt = list.add("a.created_at")
            blob = list.add("a.blob_number")
        }
    }

    /// Inserts the file's row. Its content follows in pieces.
    ///
    /// - Throws: `DomainError.invalid` when its message doesn't exist or has no author.
    func insert(of session: Int64, in organization: OrganizationID, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT author_id FROM messages WHERE session_number = ? AND sequence = ? AND author_id IS NOT NULL")
        guard let author = try UserID.fetchOne(statement, arguments: [session, sequence]) else {
            throw DomainError.invalid("The record of its message must come before it, but is missing or was rejected.")
        }
        let blob = try BlobRow.insert(bytes: attachment.bytes, digest: nil, in: organization, db)
        try AttachmentRow.insert(attachment, blob: blob, in: organization, by: author, at: createdAt, db)
        try AttachmentRow.place(attachment.id, at: position, with: sequence, of: session, db)
    }

    /// Whether the file exists already, and the session that it belongs to, if any.
    static func session(of id: AttachmentID, _ db: Database) throws -> (session: Int64?, exists: Bool) {
        let statement = try db.cachedStatement(sql: "SELECT session_number FROM attachments WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { return (nil, false) }
        return (try row[0], true)
    }
}
