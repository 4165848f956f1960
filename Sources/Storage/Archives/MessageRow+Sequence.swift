import Domain
import GRDB

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
