import Domain
import GRDB

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
