import Domain
import GRDB
import GRDBSQLite

/// Messages of a session as a JSON array for a response. Each line is copied once, from SQLite's memory.
///
/// This is the only code that reads without GRDB's rows and strings. With those, a response of 200 messages took 2.7
/// times as long as a constant body plus the bare steps through the rows; without them it takes less than twice as
/// long.
enum MessageLines {
    static let sql = """
        SELECT sequence, line FROM messages
        WHERE session_number = ? AND sequence > ? AND sequence <= ? AND \(MessageRow.isMessage) ORDER BY sequence
        """

    /// The messages after one position and up to a sequence number, as much as `limits` allows; a long message may be
    /// split.
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
            // The text's bytes belong to SQLite and are valid until the next step.
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
