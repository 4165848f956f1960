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

    /// Some words of the title or message around the first term, as a person wrote them.
    static func snippet(_ term: SearchQuery.Term, message: Int64?, session: Int64, _ db: Database) throws -> String {
        let table = message == nil ? "title_search" : "message_search"
        let statement = try db.cachedStatement(
            sql: "SELECT snippet(\(table), 0, '', '', '…', 24) FROM \(table) WHERE \(table) MATCH ? AND rowid = ?")
        let snippet = try String.fetchOne(statement, arguments: [expression(term), message ?? session]) ?? ""
        return SearchText.joined(snippet).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
