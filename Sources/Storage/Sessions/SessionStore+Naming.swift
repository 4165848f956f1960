package import Domain
import GRDB

/// Support for a command, configured by the operator, that makes better titles than the server does.
extension SessionStore {
    /// How many log entries are read at once.
    private static let entryLimit = 200
    /// How many of a session's messages are searched for a person's first prompt.
    private static let depth = 100

    /// The log position from which naming continues; the end of the log when nothing was named yet or the stored
    /// position was pruned.
    package func namingPosition() async throws -> Int {
        try await connections.read { db in
            let end = try EventLog.end(db)
            let known = try Int.fetchOne(db, sql: "SELECT position FROM naming_progress WHERE number = 1")
            return try known.flatMap { try (EventLog.earliestPosition(db)...end).contains($0) ? $0 : nil } ?? end
        }
    }

    /// The completed sessions among the next log entries whose title was made by the server.
    ///
    /// - Returns: also the position after these entries, and whether there are more.
    package func unnamedSessions(
        after position: Int
    ) async throws -> (sessions: [UnnamedSession], end: Int, hasMore: Bool) {
        try await connections.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT number, session_id FROM events WHERE number > ? ORDER BY number LIMIT ?")
            let entries = try Row.fetchAll(statement, arguments: [position, Self.entryLimit])
            let ids = Set(try entries.map { try $0[1] as SessionID })
            return (
                try ids.compactMap { try Self.unnamed($0, db) }, try entries.last.map { try $0[0] } ?? position,
                entries.count == Self.entryLimit
            )
        }
    }

    /// Records that all sessions up to this log position were named or can't be.
    package func noteNaming(upTo position: Int) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: """
                    INSERT INTO naming_progress (number, position) VALUES (1, ?)
                    ON CONFLICT (number) DO UPDATE SET position = excluded.position
                    """,
                arguments: [position])
        }
    }

    /// Sets a session's title, unless it has changed in the meantime or the session is gone.
    ///
    /// - Returns: whether the title was set.
    package func name(_ session: UnnamedSession, _ title: String, at time: Timestamp) async throws -> Bool {
        try await connections.writeContent { db in
            guard try SessionRow.find(session.id, in: session.organization, db) != nil else { return false }
            var record = try SessionRecord.fetch(session.id, in: session.organization, db)
            guard record.summary.isNamedByServer, record.summary.title == session.title else { return false }
            record.summary.title = title
            record.summary.titleSource = .command
            try record.saveAndLog(at: time, db)
            return true
        }
    }

    private static func unnamed(_ id: SessionID, _ db: Database) throws -> UnnamedSession? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT number, organization_id, title FROM sessions
                WHERE id = ? AND status = 'completed' AND title_source IN ('placeholder', 'generated')
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
        let number: Int64 = try row[0]
        guard let message = try firstPrompt(of: number, db), let answer = try MessageRow.lastText(of: number, db) else {
            return nil
        }
        return UnnamedSession(
            id: id, organization: try row[1], title: try row[2], message: message, answer: answer)
    }

    private static func firstPrompt(of number: Int64, _ db: Database) throws -> String? {
        let statement = try db.cachedStatement(
            sql: "SELECT line FROM messages WHERE session_number = ? AND type = 'user' ORDER BY sequence LIMIT ?")
        let lines = try String.fetchCursor(statement, arguments: [number, depth])
        while let json = try lines.next() {
            let line = try TranscriptLine(json: json, number: 1)
            if line.origin.isPrompt, !line.origin.isCommand, let text = line.text { return text }
        }
        return nil
    }
}
