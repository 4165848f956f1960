import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

/// The content of a reopened data directory, compared with the acknowledged writes and checked for consistency.
struct StoredState {
    let connections: Connections

    init(in directory: TemporaryDirectory) throws {
        connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
    }

    func expectEverything(in answered: AnsweredWrites, _ comment: Comment) async throws {
        for (session, transcript) in answered.all {
            let (title, lines) = try await connections.read { db in
                (
                    try String.fetchOne(db, sql: "SELECT title FROM sessions WHERE id = ?", arguments: [session]),
                    try String.fetchAll(
                        db,
                        sql: """
                            SELECT m.line FROM messages m JOIN sessions s ON s.number = m.session_number
                            WHERE s.id = ? ORDER BY m.sequence
                            """, arguments: [session])
                )
            }
            let titles = transcript.titles + [transcript.doubtfulTitle].compactMap(\.self)
            #expect(title.map(titles.contains) == true, comment)
            #expect(lines == transcript.lines || lines == transcript.lines + transcript.doubtfulLines, comment)
        }
    }

    /// Counts, previews, search and events as the rows have it, and the file as SQLite wants it.
    func expectConsistency(_ comment: Comment) async throws {
        try await connections.write { db in
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"], comment)
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty, comment)
            let indexes = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5 (%'")
            for index in indexes {
                try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('integrity-check')")
            }
            let counts = try Row.fetchAll(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM sessions), (SELECT count(*) FROM title_search),
                        (SELECT total(text_count) FROM sessions), (SELECT count(*) FROM message_search)
                    """)
            for row in counts {
                let numbers = try (0..<4).map { try row.decode(Int.self, atIndex: $0) }
                #expect(numbers[0] == numbers[1], comment)
                #expect(numbers[2] == numbers[3], comment)
            }
            for row in try Row.fetchAll(db, sql: "SELECT * FROM sessions") {
                try Self.expectConsistency(of: row, db, comment)
            }
        }
    }

    private static func expectConsistency(of row: Row, _ db: Database, _ comment: Comment) throws {
        let lines = try String.fetchAll(
            db, sql: "SELECT line FROM messages WHERE session_number = ? ORDER BY sequence",
            arguments: [try row.decode(Int64.self, forColumn: "number")])
        var summary = SessionSummary()
        for (index, line) in lines.enumerated() {
            summary.append(try TranscriptLine(json: line, number: index + 1))
        }
        #expect(try row.decode(Int.self, forColumn: "last_sequence") == summary.lastSequence, comment)
        #expect(try row.decode(Int.self, forColumn: "message_count") == summary.messageCount, comment)
        #expect(try row.decode(Int.self, forColumn: "text_count") == summary.textCount, comment)
        #expect(
            try row.decode(String?.self, forColumn: "first_message_preview") == summary.firstMessagePreview, comment)
        #expect(try row.decode(String?.self, forColumn: "last_message_preview") == summary.lastMessagePreview, comment)
        let counted = """
            SELECT count(*) FILTER (WHERE type = 'session.created'), count(*) FILTER (WHERE type = 'message.appended'),
                count(DISTINCT subject) FILTER (WHERE type = 'message.appended')
            FROM events WHERE session_id = ?
            """
        let events = try Row.fetchOne(db, sql: counted, arguments: [try row.decode(String.self, forColumn: "id")])
        #expect(try events?.decode(Int.self, atIndex: 0) == 1, comment)
        #expect(try events?.decode(Int.self, atIndex: 1) == summary.messageCount, comment)
        #expect(try events?.decode(Int.self, atIndex: 2) == summary.messageCount, comment)
    }
}
