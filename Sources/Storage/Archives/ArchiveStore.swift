package import Domain
import GRDB

/// Reads the records of an export, and imports records that were exported elsewhere.
package struct ArchiveStore: Sendable {
    let connections: Connections

    /// The organizations and their members, oldest first; only the named one if there is a name.
    ///
    /// - Throws: `DomainError.notFound` when the named organization doesn't exist.
    package func organizations(only named: OrganizationID?) async throws -> [ArchivedOrganization] {
        try await connections.read(.bulk) { db in
            let sql = "SELECT id FROM organizations WHERE ?1 IS NULL OR id = ?1 ORDER BY created_at, id"
            let ids = try OrganizationID.fetchAll(db, sql: sql, arguments: [named])
            if let named, ids.isEmpty { throw DomainError.notFound("There is no organization \(named).") }
            return try ids.map { try ArchivedOrganization.fetch($0, db) }
        }
    }

    /// Users in the order of their creation: all of them for `nil`, or else the members of these organizations.
    package func users(of organizations: [OrganizationID]?) async throws -> [ArchivedUser] {
        try await connections.read(.bulk) { db in
            guard let organizations else { return try ArchivedUser.fetchAll("ORDER BY u.created_at, u.id", [], db) }
            let places = databaseQuestionMarks(count: organizations.count)
            return try ArchivedUser.fetchAll(
                """
                WHERE u.id IN (SELECT user_id FROM memberships WHERE organization_id IN (\(places)))
                ORDER BY u.created_at, u.id
                """, StatementArguments(organizations), db)
        }
    }

    /// `nil` for an unknown user.
    package func user(_ id: UserID) async throws -> ArchivedUser? {
        try await connections.read(.bulk) { try ArchivedUser.fetchAll("WHERE u.id = ?1", [id], $0).first }
    }

    /// A session in its current state, its organization with the author as the only member, and the sequence number of
    /// the transcript's last line.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func session(
        _ id: SessionID, of organization: OrganizationID
    ) async throws -> (organization: ArchivedOrganization, session: ArchivedSession, lastSequence: Int) {
        try await connections.read(.bulk) { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            let (session, lastSequence) = try ArchivedSession.fetch(number, db)
            return (try ArchivedOrganization.fetch(organization, only: session.author, db), session, lastSequence)
        }
    }

    /// The organization's next session in the order of creation, in its current state; `nil` after the last.
    package func session(
        after cursor: SessionCursor?, of organization: OrganizationID
    ) async throws -> (session: ArchivedSession, lastSequence: Int)? {
        let cursor =
            cursor ?? SessionCursor(rank: 0, time: Timestamp(milliseconds: .min), id: SessionID(rawValue: ""))
        return try await connections.read(.bulk) { db in
            let statement = try db.cachedStatement(sql: ArchivedSession.nextQuery)
            let arguments: StatementArguments = [organization, cursor.time, cursor.id]
            return try Int64.fetchOne(statement, arguments: arguments).map { try ArchivedSession.fetch($0, db) }
        }
    }

    /// The files of the messages in a range of sequence numbers, in their order.
    package func attachments(
        of session: SessionID, in range: ClosedRange<Int>
    ) async throws -> [(attachment: ArchivedAttachment, blob: BlobNumber)] {
        try await connections.read(.bulk) { db in
            try ArchivedAttachment.fetchAll(of: session, in: range, db).map {
                ($0.attachment, BlobNumber(number: $0.blob))
            }
        }
    }

    /// A piece of a file's content; `nil` after the last piece, and when the file is gone.
    package func piece(_ position: Int, of blob: BlobNumber) async throws -> [UInt8]? {
        try await connections.read(.bulk) { try BlobRow.piece(position, of: blob.number, $0) }
    }

    /// Lines of a session's transcript in their order: as many as `limits` allows, and at least one if there is one.
    package func messages(
        of session: SessionID, in range: ClosedRange<Int>, limits: BatchLimits = .answered
    ) async throws -> [ArchivedMessage] {
        try await connections.read(.bulk) { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT m.sequence, m.author_id, m.created_at, m.line
                    FROM messages m JOIN sessions s ON s.number = m.session_number
                    WHERE s.id = ?1 AND m.sequence BETWEEN ?2 AND ?3 ORDER BY m.sequence LIMIT ?4
                    """)
            let rows = try Row.fetchCursor(
                statement, arguments: [session, range.lowerBound, range.upperBound, limits.lines])
            var messages: [ArchivedMessage] = []
            var bytes = 0
            var last = range.lowerBound - 1
            while bytes < limits.bytes, let row = try rows.next() {
                let sequence: Int = try row[0]
                let message = try ArchivedMessage(
                    session: session, sequence: sequence, after: sequence == last + 1 ? nil : last, author: row[1],
                    createdAt: row[2], json: row[3])
                last = sequence
                messages.append(message)
                bytes += message.json.utf8.count
            }
            return messages
        }
    }
}
