import Domain
import GRDB
import GRDBSQLite

/// The text of found messages, from which excerpts are made.
enum SearchedText {
    /// The beginning of a text that the index stores; `nil` if the line is short enough to be read for every excerpt.
    static func kept(_ text: String, of line: TranscriptLine) -> String? {
        guard line.json.utf8.count > MatchExcerpt.maximumBytes else { return nil }
        return beginning(of: text.utf8.prefix(MatchExcerpt.maximumBytes))
    }

    /// The beginning of a message's text, as much as excerpts need. No more is read, however long the message.
    static func beginning(at place: SearchPosition, _ db: Database) throws -> String {
        if let kept = kept(at: place, db) { return kept }
        guard let line = try MessageRow.line(place.sequence, of: place.session, db) else { return "" }
        return try TranscriptLine(json: line, number: place.sequence).text ?? ""
    }

    private static func kept(at place: SearchPosition, _ db: Database) -> String? {
        var blob: OpaquePointer?
        // Opening fails where the value is NULL.
        guard
            sqlite3_blob_open(db.sqliteConnection, "main", "message_search_content", "c2", place.rowID, 0, &blob)
                == SQLITE_OK
        else { return nil }
        defer { sqlite3_blob_close(blob) }
        let count = Int(sqlite3_blob_bytes(blob))
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let isRead = sqlite3_blob_read(blob, buffer.baseAddress, Int32(count), 0) == SQLITE_OK
            initialized = isRead ? count : 0
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Leaves out the last character, which may be incomplete.
    private static func beginning(of bytes: Substring.UTF8View) -> String {
        let end = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.startIndex
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
