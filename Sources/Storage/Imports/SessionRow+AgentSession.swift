import Domain
import GRDB

extension SessionRow {
    /// The session of a Claude Code conversation, the oldest if there are several; `nil` if there is none.
    static func number(
        ofAgentSession id: String, in organization: OrganizationID, _ db: Database
    ) throws -> Int64? {
        let statement = try db.cachedStatement(
            sql: "SELECT min(number) FROM sessions WHERE organization_id = ? AND agent_session_id = ?")
        return try Int64.fetchOne(statement, arguments: [organization, id])
    }

    static func setAgentSession(_ id: String, of number: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE sessions SET agent_session_id = ?1 WHERE number = ?2 AND agent_session_id IS NOT ?1"
        ).execute(arguments: [id, number])
    }

    /// Sets the session's model to the one that the first answer names. Does nothing after that answer is stored.
    static func adopt(model: String, in number: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE sessions SET model = ?1 WHERE number = ?2 AND model <> ?1
                    AND NOT EXISTS (SELECT 1 FROM messages WHERE session_number = ?2 AND type = 'assistant')
                """
        ).execute(arguments: [model, number])
    }
}

extension MessageRow {
    /// The sequence number of the line with this `uuid`; `nil` when there is none.
    static func sequence(ofUUID uuid: String, in session: Int64, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(
            sql: "SELECT min(sequence) FROM messages WHERE session_number = ? AND uuid = ?")
        return try Int.fetchOne(statement, arguments: [session, uuid])
    }

    /// The sequence number of a stored line: found anywhere by its `uuid`, or, for a line without one, by equal text
    /// after one sequence number and up to another.
    static func sequence(
        of line: TranscriptLine, in session: Int64, after first: Int, upTo last: Int, _ db: Database
    ) throws -> Int? {
        if let uuid = line.origin.uuid { return try sequence(ofUUID: uuid, in: session, db) }
        guard first < last else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT sequence FROM messages
                WHERE session_number = ? AND uuid IS NULL AND sequence > ? AND sequence <= ? AND line = ?
                ORDER BY sequence LIMIT 1
                """)
        return try Int.fetchOne(statement, arguments: [session, first, last, line.json])
    }
}

extension MembershipRow {
    /// - Throws: `DomainError.notFound` when no user has the e-mail address, `.invalid` when the user isn't a member.
    static func member(_ email: EmailAddress, of organization: OrganizationID, _ db: Database) throws -> UserID {
        let sql = """
            SELECT u.id, m.user_id FROM users u
            LEFT JOIN memberships m ON m.user_id = u.id AND m.organization_id = ? WHERE u.email = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [organization, email]) else {
            throw DomainError.notFound("No account has the email address \(email).")
        }
        guard try row[1] as UserID? != nil else {
            throw DomainError.invalid("\(email) isn't a member of the organization \(organization).")
        }
        return try row[0]
    }
}
