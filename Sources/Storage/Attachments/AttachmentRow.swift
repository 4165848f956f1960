import Domain
import GRDB

/// A file that was attached to a message, or was uploaded for one.
enum AttachmentRow {
    private static let found = Selection(FoundColumns.init)
    private static let sent = Selection(SentColumns.init)
    static let tables = "FROM attachments a JOIN blobs b ON b.number = a.blob_number"

    /// A file with the state that decides about its use.
    struct Found {
        let number: Int64
        let blob: Int64
        let attachment: Attachment
        let uploader: UserID
        let createdAt: Timestamp
        let isSent: Bool
        /// Whether the session that it was sent to still exists.
        let isSessionThere: Bool
        /// Whether its whole content is stored.
        let isWhole: Bool

        func isUsable(by user: UserID, at time: Timestamp) -> Bool {
            !isSent && uploader == user && createdAt > time - AttachmentLimits.unusedTime
        }
    }

    static func find(_ id: AttachmentID, in organization: OrganizationID, _ db: Database) throws -> Found? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(found.sql) \(tables) LEFT JOIN sessions s ON s.number = a.session_number
                WHERE a.id = ? AND a.organization_id = ?
                """)
        return try Row.fetchOne(statement, arguments: [id, organization]).map(found.columns.found)
    }

    /// The files of the messages in a range of sequence numbers, in their order.
    static func all(
        of session: Int64, in range: ClosedRange<Int>, _ db: Database
    ) throws -> [(sent: SentAttachment, blob: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(sent.sql) \(tables)
                WHERE a.session_number = ? AND a.sequence BETWEEN ? AND ? ORDER BY a.sequence, a.position
                """)
        return try Row.fetchAll(statement, arguments: [session, range.lowerBound, range.upperBound]).map(
            sent.columns.sent)
    }

    /// Checks that a person may upload one more unsent file.
    ///
    /// - Throws: `DomainError.conflict` when they have too many, or too many bytes of them.
    static func checkUnused(
        of user: UserID, in organization: OrganizationID, adding bytes: Int, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*), coalesce(sum(b.bytes), 0) \(tables)
                WHERE a.organization_id = ? AND a.uploader_id = ? AND a.session_number IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [organization, user]) else { return }
        let (count, sum): (Int, Int) = (try row[0], try row[1])
        guard count < AttachmentLimits.unused, sum + bytes <= AttachmentLimits.unusedBytes else {
            throw DomainError.conflict(
                """
                You have \(count) files that aren't part of a message; the limit is \(AttachmentLimits.unused) files \
                and 512 MiB. Send or remove some. Unused files are deleted after a day.
                """)
        }
    }

    static func insert(
        _ attachment: Attachment, blob: Int64, in organization: OrganizationID, by user: UserID, at time: Timestamp,
        _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO attachments (id, organization_id, uploader_id, blob_number, filename, media_type, width, height,
                    created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            attachment.id, organization, user, blob, attachment.filename, attachment.mediaType,
            attachment.dimensions?.width, attachment.dimensions?.height, time,
        ])
    }

    /// The files that a person selects for a message.
    ///
    /// - Throws: `DomainError.invalid` for a file that they can't use, a file named twice or sent already, or too many
    ///   files.
    static func choose(
        _ ids: [AttachmentID], of organization: OrganizationID, by user: UserID, at time: Timestamp, _ db: Database
    ) throws -> [Attachment] {
        var chosen: [Attachment] = []
        for id in ids {
            guard let found = try find(id, in: organization, db), found.uploader == user,
                found.isSent || found.isUsable(by: user, at: time)
            else {
                throw DomainError.invalid(
                    fields: [
                        FieldError("attachments", "has \(id), which you haven't uploaded here within the last day")
                    ])
            }
            guard !found.isSent, !chosen.contains(where: { $0.id == id }) else {
                throw DomainError.invalid(
                    fields: [FieldError("attachments", "has \(id), which is listed twice or was already sent")])
            }
            chosen.append(found.attachment)
        }
        do throws(InvalidValue) {
            try AttachmentLimits.check(chosen)
        } catch {
            throw DomainError.invalid(fields: [FieldError("attachments", error.detail)])
        }
        return chosen
    }

    /// Attaches a file to a message.
    static func place(
        _ id: AttachmentID, at position: Int, with sequence: Int, of session: Int64, _ db: Database
    ) throws {
        try db.cachedStatement(
            sql: "UPDATE attachments SET session_number = ?, sequence = ?, position = ? WHERE id = ?"
        ).execute(arguments: [session, sequence, position, id])
    }

    /// Detaches a message's files, so that their uploader can send them with another message within a day from `time`.
    ///
    /// - Returns: their ids, in their order.
    static func release(_ sequence: Int, of session: Int64, at time: Timestamp, _ db: Database) throws -> [AttachmentID]
    {
        let statement = try db.cachedStatement(
            sql: "SELECT id FROM attachments WHERE session_number = ? AND sequence = ? ORDER BY position")
        let ids = try AttachmentID.fetchAll(statement, arguments: [session, sequence])
        try db.cachedStatement(
            sql: """
                UPDATE attachments SET session_number = NULL, sequence = NULL, position = NULL, created_at = ?
                WHERE session_number = ? AND sequence = ?
                """
        ).execute(arguments: [time, session, sequence])
        return ids
    }

    static func remove(_ number: Int64, blob: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM attachments WHERE number = ?").execute(arguments: [number])
        try BlobRow.removeUnused(blob, db)
    }

    /// Removes one file of a deleted session.
    ///
    /// - Returns: `false` when none is left.
    static func removeNext(of session: Int64, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT number, blob_number FROM attachments WHERE session_number = ? LIMIT 1")
        guard let row = try Row.fetchOne(statement, arguments: [session]) else { return false }
        try remove(row[0], blob: row[1], db)
        return true
    }

    /// Removes files that were not sent in time, oldest first.
    ///
    /// - Returns: how many were removed.
    @discardableResult
    static func sweep(at time: Timestamp, limit: Int, _ db: Database) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT number, blob_number FROM attachments WHERE session_number IS NULL AND created_at <= ?
                ORDER BY created_at, number LIMIT ?
                """)
        let rows = try Row.fetchAll(statement, arguments: [time - AttachmentLimits.unusedTime, limit])
        for row in rows { try remove(row[0], blob: row[1], db) }
        return rows.count
    }
}
