import Crypto
import Domain
import FoundationEssentials
import GRDB

/// The content of one or more attached files of an organization. Equal content is stored once.
enum BlobRow {
    /// - Returns: the number of the organization's blob with this content, which is inserted if it is new.
    static func insert(
        _ content: AttachmentContent, digest: SecretDigest, in organization: OrganizationID, _ db: Database
    ) throws -> Int64 {
        if let number = try find(digest, in: organization, db) { return number }
        let number = try insert(bytes: content.count, digest: digest, in: organization, db)
        for (position, piece) in content.pieces.enumerated() { try append(piece, at: position, to: number, db) }
        return number
    }

    /// Inserts a blob without content.
    static func insert(
        bytes: Int, digest: SecretDigest?, in organization: OrganizationID, _ db: Database
    ) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO blobs (organization_id, digest, bytes) VALUES (?, ?, ?)")
            .execute(arguments: [organization, digest, bytes])
        return db.lastInsertedRowID
    }

    static func append(_ piece: [UInt8], at position: Int, to number: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO blob_pieces (blob_number, position, content) VALUES (?, ?, ?)")
            .execute(arguments: [number, position, Data(piece)])
    }

    static func find(_ digest: SecretDigest, in organization: OrganizationID, _ db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(
            sql: "SELECT number FROM blobs WHERE organization_id = ? AND digest = ?")
        return try Int64.fetchOne(statement, arguments: [organization, digest])
    }

    /// Sets the digest of an imported blob, or replaces the blob by an existing one with the same content.
    static func complete(_ number: Int64, in organization: OrganizationID, _ db: Database) throws {
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

    static func piece(_ position: Int, of number: Int64, _ db: Database) throws -> [UInt8]? {
        let statement = try db.cachedStatement(
            sql: "SELECT content FROM blob_pieces WHERE blob_number = ? AND position = ?")
        return try Data.fetchOne(statement, arguments: [number, position]).map(Array.init)
    }

    /// Deletes the blob unless a file still refers to it.
    static func removeUnused(_ number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                DELETE FROM blobs
                WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM attachments WHERE blob_number = ?1)
                """)
        try statement.execute(arguments: [number])
    }
}
