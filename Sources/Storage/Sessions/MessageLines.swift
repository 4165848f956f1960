import GRDB
import GRDBSQLite

/// All messages of a session as they are answered: each line copied once, from SQLite's memory to the JSON array.
///
/// This is the one place that reads without GRDB's rows and strings: of 200 messages they made an answer of 2.7 times a
/// constant body and the bare steps through the rows together; without them it is below twice.
enum MessageLines {
    static let sql = """
        SELECT line FROM messages WHERE session_number = ? AND \(MessageRow.isMessage) ORDER BY sequence
        """

    static func array(of session: Int64, _ db: Database) throws -> [UInt8] {
        let statement = try db.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: [session])
        var json: [UInt8] = []
        json.reserveCapacity(1 << 16)
        json.append(UInt8(ascii: "["))
        while try rows.next() != nil {
            if json.count > 1 { json.append(UInt8(ascii: ",")) }
            // The text's bytes are SQLite's until the next step.
            let line = sqlite3_column_text(statement.sqliteStatement, 0)
            let length = sqlite3_column_bytes(statement.sqliteStatement, 0)
            json.append(contentsOf: UnsafeBufferPointer(start: line, count: Int(length)))
        }
        json.append(UInt8(ascii: "]"))
        return json
    }
}
