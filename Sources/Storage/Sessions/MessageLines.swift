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

    /// The messages from one place on and up to another, as much as `limits` has room for: of a long one a part.
    static func batch(
        of session: Int64, after start: MessagePosition, upTo last: Int, limits: BatchLimits, _ db: Database
    ) throws -> MessageBatch {
        let statement = try db.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: [session, start.sequence, last])
        var json: [UInt8] = []
        json.reserveCapacity(min(limits.bytes, 1 << 16))
        var count = 0
        var place = start
        while !limits.areReached(byLines: count, bytes: json.count) {
            guard try rows.next() != nil else { return MessageBatch(json: json, end: nil) }
            if place != .start, place.bytes == 0 { json.append(UInt8(ascii: ",")) }
            // The text's bytes are SQLite's until the next step.
            let text = sqlite3_column_text(statement.sqliteStatement, 1)
            let line = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement.sqliteStatement, 1)))
            let part = line.dropFirst(place.bytes).prefix(max(1, limits.bytes - json.count))
            json.append(contentsOf: part)
            guard part.endIndex == line.endIndex else {
                return MessageBatch(json: json, end: MessagePosition(sequence: place.sequence, bytes: part.endIndex))
            }
            place = MessagePosition(sequence: Int(sqlite3_column_int64(statement.sqliteStatement, 0)), bytes: 0)
            count += 1
        }
        return MessageBatch(json: json, end: place)
    }
}
