import Domain
import GRDB

/// Indexes a part of all titles and messages anew, the newest first. How far it got is stored with what it wrote.
struct SearchRebuild {
    private let db: Database
    private let end: ContinuousClock.Instant
    private var rowsLeft: Int

    /// - Parameters:
    ///   - rows: how many are read at most.
    ///   - time: how long it may take. It is looked at after each row, so that at least one is done.
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

    /// - Returns: the number from which to go on; 0 when none is left.
    private mutating func indexTitles(from last: Int64) throws -> Int64 {
        guard last > 0 else { return 0 }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number, title FROM sessions WHERE number <= ? ORDER BY number DESC", arguments: [last])
        while let row = try rows.next() {
            let number: Int64 = try row[0]
            // One that is damaged keeps nobody from finding the others.
            if let title: String = try? row[1] { try SearchIndex.reindexTitle(title, of: number, db) }
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
    /// Whether sessions or messages have still to be indexed anew, because text is folded in another way than when they
    /// were. Searches say so meanwhile.
    package func isSearchIndexComplete() async throws -> Bool {
        try await connections.read(.bulk) { try SearchState.fetch($0)?.isComplete ?? true }
    }

    /// Goes on with indexing titles and messages anew, also after the last server ended in the middle of it: one
    /// transaction's worth, so that nobody waits long for the writer.
    package func rebuildSearchIndex(rows: Int = 500, time: Duration = .milliseconds(20)) async throws {
        try await connections.writeContent { db in
            var rebuild = SearchRebuild(rows: rows, time: time, db)
            try rebuild.run()
        }
    }
}
