import Domain
import GRDB

/// Messages of people that no agent has received yet.
enum QueuedMessageRow {
    /// How many messages of a session are shown.
    private static let shown = 20

    /// The first of these messages, in their order.
    static func first(_ sequences: [Int], of number: Int64, _ db: Database) throws -> [Message] {
        try sequences.prefix(shown).compactMap { try MessageRow.message($0, of: number, db) }
    }

    /// - Throws: `DomainError.conflict` for a message that can't be withdrawn.
    static func check(_ sequence: Int, of number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.delivered >= ?2, r.redirected = ?2, NOT EXISTS (
                    SELECT 1 FROM messages WHERE session_number = ?1 AND sequence < ?2 AND \(MessageRow.isMessage))
                FROM runs r WHERE r.session_number = ?1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number, sequence]) else {
            throw DomainError.conflict("No agent of this server is working on the session.")
        }
        if try row[0] { throw DomainError.conflict("The agent has already read this message.") }
        if try row[1] { throw DomainError.conflict("The agent is already being interrupted for this message.") }
        if try row[2] {
            throw DomainError.conflict("This is the session's first message. Stop or delete the session instead.")
        }
    }

    /// Whether a session is queued because of a message, although no prompt and no answer waits to be delivered.
    static func isNothingLeft(of number: Int64, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT stage = 'queued' AND attempt_cause = 'message' FROM runs WHERE session_number = ?")
        guard try Bool.fetchOne(statement, arguments: [number]) == true else { return false }
        return try RunRow.prompts(of: number, db).isEmpty && RequestRow.undelivered(of: number, db).isEmpty
    }
}
