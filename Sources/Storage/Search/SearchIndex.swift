import GRDB

/// What can be searched: the titles of sessions and the text of messages. The one place that writes it.
enum SearchIndex {
    static func indexTitle(_ title: String, of session: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO title_search (rowid, text) VALUES (?, ?)")
            .execute(arguments: [session, separated(title)])
    }

    static func indexMessage(_ text: String, number: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO message_search (rowid, text) VALUES (?, ?)")
            .execute(arguments: [number, separated(text)])
    }

    /// The text with a zero-width space after each character of a script without spaces, which makes it a word.
    private static func separated(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xE0 }) else { return text }
        var result = ""
        for character in text {
            let isUnspaced = character.unicodeScalars.first.map(isUnspaced) ?? false
            if isUnspaced { result.append("\u{200B}") }
            result.append(character)
            if isUnspaced { result.append("\u{200B}") }
        }
        return result
    }

    /// Thai and Lao, Myanmar, Khmer, kana, Han.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
