import Domain
import GRDB

/// Looks for what is wrong with a database. Each finding is a sentence's subject and predicate, without a full stop.
enum DatabaseExamination {
    private static let maximumFindings = 20

    /// Damage of the file, and references to rows that don't exist. Reads everything.
    static func damage(_ db: Database) throws -> [String] {
        let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(maximumFindings))").filter { $0 != "ok" }
        var references: [String] = []
        let rows = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
        while references.count < maximumFindings, let row = try rows.next() {
            references.append("a row of \(try row[0] as String) refers to a missing row of \(try row[2] as String)")
        }
        return damage + references
    }

    /// Damage of the search indexes. SQLite finds it only through a connection that may write, although nothing is
    /// written.
    static func searchDamage(_ db: Database) throws -> [String] {
        try [SearchIndex.Part.titles, .messages].compactMap { part -> String? in
            do {
                let name = part.rawValue
                try db.execute(sql: "INSERT INTO \(name) (\(name)) VALUES ('integrity-check')")
                return nil
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return "the search index \(part.rawValue) does not agree with itself"
            }
        }
    }

    /// Counts and texts that don't agree with the rows that they are about.
    static func disagreements(_ db: Database) throws -> [String] {
        var found: [String] = []
        func count(_ sql: String, _ finding: (Int) -> String) throws {
            if let number = try Int.fetchOne(db, sql: sql), number > 0 { found.append(finding(number)) }
        }
        try count(wrongCounts) { "\($0) sessions have another number of messages than they say" }
        try count(wrongFiles) { "\($0) attached files have another size than they say" }
        if try SearchState.fetch(db)?.isComplete == true {
            try count(unsearchableTitles) { "the search index lacks, or has too many, of \($0) titles" }
            try count(unsearchableMessages) { "the search index lacks, or has too many, of \($0) messages" }
        }
        return found
    }

    private static let wrongCounts = """
        SELECT count(*) FROM sessions s
        WHERE s.last_sequence < (SELECT coalesce(max(m.sequence), 0) FROM messages m WHERE m.session_number = s.number)
            OR s.message_count <> (SELECT count(*) FROM messages m WHERE m.session_number = s.number
                                   AND (m.type = 'user' OR m.type = 'assistant' OR m.type = 'result'))
        """
    private static let wrongFiles = """
        SELECT count(*) FROM blobs b WHERE b.digest IS NOT NULL
            AND b.bytes <> (SELECT coalesce(sum(length(p.content)), 0) FROM blob_pieces p WHERE p.blob_number = b.number)
        """
    static let unsearchableTitles =
        "SELECT abs((SELECT count(*) FROM title_search) - (SELECT count(*) FROM sessions))"
    static let unsearchableMessages = """
        SELECT abs((SELECT count(*) FROM message_search) - (SELECT coalesce(sum(s.text_count), 0) FROM sessions s))
        """
}
