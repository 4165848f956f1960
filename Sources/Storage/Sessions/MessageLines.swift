import Domain
import GRDB
import GRDBSQLite

/// Messages of a session as they are answered: each line copied once, from SQLite's memory to the JSON array.
///
/// This is the one place that reads without GRDB's rows and strings: of 200 messages they made an answer of 2.7 times a
/// constant body and the bare steps through the rows together; without them it is below twice.
enum MessageLines {
    static let sql = """
        SELECT sequence, line FROM messages
        WHERE session_number = ? AND sequence > ? AND sequence <= ? AND \(MessageRow.isMessage) ORDER BY sequence
        """

    /// The messages after one place and up to another, as many as `limits` has room for, and at least one if there is one.
    static func batch(
        of session: Int64, after first: Int, upTo last: Int, limits: BatchLimits, _ db: Database
    ) throws -> MessageBatch {
        let statement = try db.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: [session, first, last])
        var json: [UInt8] = []
        json.reserveCapacity(1 << 16)
        var count = 0
        var end: Int?
        while !limits.areReached(byLines: count, bytes: json.count) {
            guard try rows.next() != nil else {
                end = nil
                break
            }
            if count > 0 { json.append(UInt8(ascii: ",")) }
            end = Int(sqlite3_column_int64(statement.sqliteStatement, 0))
            // The text's bytes are SQLite's until the next step.
            let line = sqlite3_column_text(statement.sqliteStatement, 1)
            let length = sqlite3_column_bytes(statement.sqliteStatement, 1)
            json.append(contentsOf: UnsafeBufferPointer(start: line, count: Int(length)))
            count += 1
        }
        return MessageBatch(json: json, count: count, end: end)
    }
}
