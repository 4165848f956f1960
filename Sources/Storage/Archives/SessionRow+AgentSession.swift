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
