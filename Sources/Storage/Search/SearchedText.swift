import Domain
import GRDB
import GRDBSQLite

/// The indexed text of a message.
enum SearchedText {
    /// Its beginning, as much as excerpts are made from: no more is read, however long the message.
    static func beginning(at place: SearchPlace, _ db: Database) -> String {
        var blob: OpaquePointer?
        guard
            sqlite3_blob_open(db.sqliteConnection, "main", "message_search_content", "c0", place.rowID, 0, &blob)
                == SQLITE_OK
        else { return "" }
        defer { sqlite3_blob_close(blob) }
        let count = min(Int(sqlite3_blob_bytes(blob)), MatchExcerpt.maximumBytes)
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let isRead = sqlite3_blob_read(blob, buffer.baseAddress, Int32(count), 0) == SQLITE_OK
            initialized = isRead ? count : 0
        }
        // The last character may be cut.
        let end = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        return String(decoding: count < MatchExcerpt.maximumBytes ? bytes[...] : bytes[..<end], as: UTF8.self)
    }
}
