import Domain
import GRDB

/// Keeps what can be searched in step with titles and messages; `SessionListQuery` searches it.
enum SearchIndex {
    /// Indexes the title of a session that has none yet.
    static func indexTitle(_ title: String, of session: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO title_search (rowid, text) VALUES (?, ?)")
            .execute(arguments: [session, SearchText.separated(title)])
    }

    static func reindexTitle(_ title: String, of session: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO title_search (rowid, text) VALUES (?, ?)")
            .execute(arguments: [session, SearchText.separated(title)])
    }

    static func indexMessage(_ text: String, number: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO message_search (rowid, text) VALUES (?, ?)")
            .execute(arguments: [number, SearchText.separated(text)])
    }

    /// Forgets a session; to be called while its messages are still there.
    static func remove(session: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM title_search WHERE rowid = ?").execute(arguments: [session])
        try db.cachedStatement(
            sql: "DELETE FROM message_search WHERE rowid IN (SELECT number FROM messages WHERE session_number = ?)"
        ).execute(arguments: [session])
    }

    /// The term in FTS5's language, where everything in quotes is words.
    static func expression(_ term: SearchQuery.Term) -> String {
        let words = SearchText.separated(term.text).replacing("\"", with: " ")
        return "\"\(words)\"\(term.isPrefix ? "*" : "")"
    }

    /// What of the index is searched.
    enum Part: String {
        case titles = "title_search"
        case messages = "message_search"
    }

    /// Of each title or message some words around the first term, as a person wrote them. All are found in one walk along
    /// the term's places: to look each up would cost as many searches in every segment of the index.
    ///
    /// - Parameter numbers: those of sessions for titles, of messages for messages.
    static func snippets(
        _ term: SearchQuery.Term, in part: Part, at numbers: [Int64], _ db: Database
    ) throws -> [Int64: String] {
        guard let first = numbers.min(), let last = numbers.max() else { return [:] }
        let table = part.rawValue
        // The plus keeps SQLite from looking each number up.
        let statement = try db.cachedStatement(
            sql: """
                SELECT rowid, snippet(\(table), 0, '', '', '…', 24) FROM \(table)
                WHERE \(table) MATCH ? AND rowid >= ? AND rowid <= ? AND +rowid IN (SELECT value FROM json_each(?))
                """)
        let list = "[\(numbers.map(String.init).joined(separator: ","))]"
        let rows = try Row.fetchAll(statement, arguments: [expression(term), first, last, list])
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let words = SearchText.joined(row[1]).split(whereSeparator: \.isWhitespace)
                return (row[0], words.joined(separator: " "))
            })
    }
}
