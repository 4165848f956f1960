import Domain
import GRDB

/// Reindexes a part of all sessions and messages, newest first. The progress is stored in the same transaction.
struct SearchRebuild {
    private let db: Database
    private let end: ContinuousClock.Instant
    private var rowsLeft: Int

    /// - Parameters:
    ///   - rows: how many rows are read at most.
    ///   - time: time limit, checked after each row, so that at least one row is done.
    init(rows: Int, time: Duration, _ db: Database) {
        self.db = db
        end = .now + time
        rowsLeft = rows
    }

    mutating func run() throws {
        guard var state = try SearchState.fetch(db)?.withAllLeft(db) else { return }
        state.sessionsLeft = try indexTitles(from: state.sessionsLeft)
        if state.sessionsLeft == 0 { state.messagesLeft = try indexMessages(from: state.messagesLeft) }
        try state.save(db)
    }

    private mutating func mayGoOn() -> Bool {
        rowsLeft -= 1
        return rowsLeft > 0 && ContinuousClock.now < end
    }

    /// - Returns: the number to continue from; 0 when none is left.
    private mutating func indexTitles(from last: Int64) throws -> Int64 {
        guard last > 0 else { return 0 }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number FROM sessions WHERE number <= ? ORDER BY number DESC", arguments: [last])
        while let row = try rows.next() {
            let number: Int64 = try row[0]
            // A damaged row must not stop the others from being found.
            if let session = try? SearchedSession.fetch(number, db) { try SearchIndex.index(session, of: number, db) }
            guard mayGoOn() else { return number - 1 }
        }
        return 0
    }

    private mutating func indexMessages(from last: Int64) throws -> Int64 {
        guard last > 0 else { return 0 }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, session_number, sequence, iif(\(MessageRow.isMessage), line, NULL) FROM messages
                WHERE number <= ? ORDER BY number DESC
                """,
            arguments: [last])
        while let row = try rows.next() {
            let (number, session, sequence): (Int64, Int64, Int) = try (row[0], row[1], row[2])
            if let json: String = try? row[3], let line = try? TranscriptLine(json: json, number: sequence) {
                try SearchIndex.reindexMessage(line, at: sequence, of: session, db)
            }
            guard mayGoOn() else { return number - 1 }
        }
        return 0
    }
}

extension SessionStore {
    /// Whether every session and message is indexed with the current text folding. While it is `false`, searches report
    /// it.
    package func isSearchIndexComplete() async throws -> Bool {
        try await connections.read(.bulk) { try SearchState.fetch($0)?.isComplete ?? true }
    }

    /// Continues to reindex sessions and messages, also after the last server ended in the middle of it. Does a bounded
    /// part in one transaction, so that other changes don't wait long for the writer.
    package func rebuildSearchIndex(rows: Int = 500, time: Duration = .milliseconds(20)) async throws {
        try await connections.writeContent { db in
            var rebuild = SearchRebuild(rows: rows, time: time, db)
            try rebuild.run()
        }
    }
}
