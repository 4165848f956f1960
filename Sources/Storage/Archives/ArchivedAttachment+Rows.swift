import Crypto
import Domain
import FoundationEssentials
import GRDB

extension ArchivedAttachment {
    /// The files of the messages in a range of sequence numbers, in their order, with the numbers of their blobs. Files
    /// whose import isn't finished are left out.
    static func fetchAll(
        of session: SessionID, in range: ClosedRange<Int>, _ db: Database
    ) throws -> [(attachment: ArchivedAttachment, blob: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(AttachmentRow.columns), a.sequence, a.position, a.created_at, a.blob_number
                \(AttachmentRow.tables) JOIN sessions s ON s.number = a.session_number
                WHERE s.id = ? AND a.sequence BETWEEN ? AND ? AND b.digest IS NOT NULL ORDER BY a.sequence, a.position
                """)
        return try Row.fetchAll(statement, arguments: [session, range.lowerBound, range.upperBound]).map { row in
            let archived = try ArchivedAttachment(
                attachment: AttachmentRow.attachment(from: row), session: session, sequence: row[6], position: row[7],
                createdAt: row[8])
            return (archived, try row[9])
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

extension ArchivedPiece {
    /// Appends the piece to its file unless it is stored already. The last piece completes the file, which then shares
    /// its content with equal files of the organization.
    ///
    /// - Throws: `DomainError.invalid` for a piece that isn't the next one.
    func append(of session: Int64, in organization: OrganizationID, _ db: Database) throws {
        let query = try db.cachedStatement(
            sql: """
                SELECT b.number, b.digest IS NOT NULL, b.bytes FROM attachments a JOIN blobs b ON b.number = a.blob_number
                WHERE a.id = ? AND a.session_number = ?
                """)
        guard let row = try Row.fetchOne(query, arguments: [attachment, session]) else {
            throw DomainError.invalid("The record of its file must come before it, but is missing or was rejected.")
        }
        let (blob, isWhole, bytes): (Int64, Bool, Int) = (try row[0], try row[1], try row[2])
        guard !isWhole else { return }
        let pieces = try db.cachedStatement(
            sql: "SELECT count(*), coalesce(sum(length(content)), 0) FROM blob_pieces WHERE blob_number = ?")
        guard let known = try Row.fetchOne(pieces, arguments: [blob]) else { return }
        let (count, length): (Int, Int) = (try known[0], try known[1])
        guard position >= count else { return }
        guard position == count, content.count == min(AttachmentContent.pieceSize, bytes - length), !content.isEmpty
        else { throw DomainError.invalid("A piece of the file is missing or out of order.") }
        try BlobRow.append(content, at: position, to: blob, db)
        guard length + content.count == bytes else { return }
        try BlobRow.complete(blob, in: organization, db)
    }
}

extension BlobRow {
    /// Sets the digest of an imported blob, or replaces the blob by an existing one with the same content.
    fileprivate static func complete(_ number: Int64, in organization: OrganizationID, _ db: Database) throws {
        var hash = SHA256()
        var position = 0
        while let piece = try piece(position, of: number, db) {
            hash.update(data: piece)
            position += 1
        }
        let digest = SecretDigest(bytes: Array(hash.finalize()))
        guard let other = try find(digest, in: organization, db) else {
            return try db.cachedStatement(sql: "UPDATE blobs SET digest = ? WHERE number = ?")
                .execute(arguments: [digest, number])
        }
        try db.cachedStatement(sql: "UPDATE attachments SET blob_number = ? WHERE blob_number = ?")
            .execute(arguments: [other, number])
        try removeUnused(number, db)
    }
}
