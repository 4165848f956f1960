import Domain
import GRDB

extension SessionRow {
    /// The session of a conversation of Claude Code's, the first if there are several.
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

    /// Takes the model that the first answer names for the session's.
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
    /// The place of the line that Claude Code calls so; `nil` when there is none.
    static func sequence(ofUUID uuid: String, in session: Int64, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(
            sql: "SELECT min(sequence) FROM messages WHERE session_number = ? AND uuid = ?")
        return try Int.fetchOne(statement, arguments: [session, uuid])
    }

    /// The place of a line that is here already: anywhere by its `uuid`, or else by what it says, after one position and
    /// up to another.
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
    /// - Throws: `DomainError.notFound` when nobody has the address, `.invalid` when they are no member.
    static func member(_ email: EmailAddress, of organization: OrganizationID, _ db: Database) throws -> UserID {
        let sql = """
            SELECT u.id, m.user_id FROM users u
            LEFT JOIN memberships m ON m.user_id = u.id AND m.organization_id = ? WHERE u.email = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [organization, email]) else {
            throw DomainError.notFound("Nobody has the e-mail address \(email).")
        }
        guard try row[1] as UserID? != nil else {
            throw DomainError.invalid("\(email) is no member of the organization \(organization).")
        }
        return try row[0]
    }
}
