import Domain
import GRDB

/// What an agent wants people to decide.
enum RequestRow {
    private static let query = """
        SELECT q.id, q.name, q.tool_use_id, q.kind, q.tool, q.input, q.suggestions, q.context, q.asked_at, q.state,
            q.answer, u.id, u.name, u.image_url, q.ended_at
        FROM requests q LEFT JOIN users u ON u.id = q.answered_by

        """

    /// - Returns: `nil` when the session has no such request.
    static func fetch(_ id: RequestID, of number: Int64, _ db: Database) throws -> AgentRequest? {
        let statement = try db.cachedStatement(sql: query + "WHERE q.id = ? AND q.session_number = ?")
        return try Row.fetchOne(statement, arguments: [id, number]).map(request(from:))
    }

    /// The latest of a session's requests, in their order.
    static func all(of number: Int64, limit: Int, _ db: Database) throws -> [AgentRequest] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE q.session_number = ? ORDER BY q.number DESC LIMIT ?")
        return try Row.fetchAll(statement, arguments: [number, limit]).map(request(from:)).reversed()
    }

    /// Those that wait for a person, in their order.
    static func pending(of number: Int64, _ db: Database) throws -> [AgentRequest] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE q.session_number = ? AND q.state = 'pending' ORDER BY q.number")
        return try Row.fetchAll(statement, arguments: [number]).map(request(from:))
    }

    /// Those that are answered, and whose answers no agent has surely got, in their order.
    static func undelivered(of number: Int64, _ db: Database) throws -> [AgentRequest] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE q.session_number = ? AND q.state = 'answered' AND q.is_delivered = 0 ORDER BY q.number")
        return try Row.fetchAll(statement, arguments: [number]).map(request(from:))
    }

    static func isAnyPending(of number: Int64, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM requests WHERE session_number = ? AND state = 'pending' LIMIT 1")
        return try Int.fetchOne(statement, arguments: [number]) != nil
    }

    /// Writes what the agent's process under way asks. One that is here already stays as it is.
    static func insert(
        _ asked: AskedRequest, of number: Int64, at time: Timestamp, _ eventLog: inout EventLog, _ db: Database
    ) throws {
        let id = RequestID.random()
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO requests (id, session_number, output_number, name, tool_use_id, kind, tool, input, suggestions,
                    context, asked_at)
                SELECT ?1, session_number, output_number, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM runs
                WHERE session_number = ?2
                ON CONFLICT (session_number, output_number, name) DO NOTHING
                """)
        try statement.execute(arguments: [
            id, number, asked.name, asked.toolUseID, asked.kind, asked.tool, asked.input, asked.suggestions,
            asked.context ?? (asked.kind == .plan ? lastWords(of: number, db) : nil), time,
        ])
        guard db.changesCount > 0 else { return }
        eventLog.note(.requestCreated, subject: id.rawValue)
        try PushOutbox.tell(.waits, asked.headline, of: number, at: time, db)
        try refreshWait(of: number, &eventLog, db)
    }

    /// Withdraws a request of the agent's process under way, unless it is answered.
    static func withdraw(
        named name: String, of number: Int64, at time: Timestamp, _ eventLog: inout EventLog, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE requests SET state = 'withdrawn', ended_at = ?3
                WHERE session_number = ?1 AND name = ?2 AND state = 'pending'
                    AND output_number = (SELECT output_number FROM runs WHERE session_number = ?1)
                RETURNING id
                """)
        guard let id = try RequestID.fetchOne(statement, arguments: [number, name, time]) else { return }
        eventLog.note(.requestWithdrawn, subject: id.rawValue)
        try refreshWait(of: number, &eventLog, db)
    }

    /// Withdraws all that a session's agents wait for.
    static func withdrawAll(of number: Int64, at time: Timestamp, _ eventLog: inout EventLog, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE requests SET state = 'withdrawn', ended_at = ?2 WHERE session_number = ?1 AND state = 'pending'
                RETURNING id
                """)
        let ids = try RequestID.fetchAll(statement, arguments: [number, time])
        guard !ids.isEmpty else { return }
        for id in ids { eventLog.note(.requestWithdrawn, subject: id.rawValue) }
        try refreshWait(of: number, &eventLog, db)
    }

    /// The same, where nothing else is told of in the transaction.
    static func withdrawAll(of session: Session, number: Int64, at time: Timestamp, _ db: Database) throws {
        var eventLog = EventLog(session: session.id, organization: session.organizationID, time: time)
        try withdrawAll(of: number, at: time, &eventLog, db)
        try eventLog.write(db)
    }

    static func answer(
        _ id: RequestID, of number: Int64, with answer: RequestAnswer, by user: UserID, at time: Timestamp,
        _ eventLog: inout EventLog, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE requests SET state = 'answered', answer = ?, answered_by = ?, ended_at = ? WHERE id = ?
                """)
        try statement.execute(arguments: [answer.json, user, time, id])
        eventLog.note(.requestAnswered, subject: id.rawValue)
        try refreshWait(of: number, &eventLog, db)
    }

    /// The agent surely has the answer to the request.
    static func confirm(_ id: RequestID, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE requests SET is_delivered = 1 WHERE id = ? AND state = 'answered'")
            .execute(arguments: [id])
    }

    /// The agent tells what came of a tool's use, for which it may have needed an answer. That it has the answer is
    /// sure once it goes on: Claude Code writes its record a tenth of a second after it prints, and one that is ended
    /// meanwhile has to be told again.
    static func use(_ toolUse: String, of number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE requests SET is_used = 1
                WHERE session_number = ? AND state = 'answered' AND is_delivered = 0 AND tool_use_id = ?
                """)
        try statement.execute(arguments: [number, toolUse])
    }

    /// The agent says something after what came of the answers that it used.
    static func confirmUsed(of number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE requests SET is_delivered = 1
                WHERE session_number = ? AND state = 'answered' AND is_delivered = 0 AND is_used = 1
                """)
        try statement.execute(arguments: [number])
    }

    /// Has the session say what it waits for.
    private static func refreshWait(of number: Int64, _ eventLog: inout EventLog, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE sessions SET (waiting_id, waiting_kind, waiting_since) = (
                    SELECT id, kind, asked_at FROM requests WHERE session_number = ?1 AND state = 'pending'
                    ORDER BY number LIMIT 1)
                WHERE number = ?1
                """)
        try statement.execute(arguments: [number])
        eventLog.note(.sessionUpdated)
        eventLog.note(.runUpdated)
    }

    /// What the agent said last in words.
    private static func lastWords(of number: Int64, _ db: Database) throws -> String? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT line FROM messages WHERE session_number = ? AND type = 'assistant' ORDER BY sequence DESC LIMIT 20
                """)
        let rows = try String.fetchCursor(statement, arguments: [number])
        while let line = try rows.next() {
            if let text = try? TranscriptLine(json: line, number: 1).text { return text }
        }
        return nil
    }

    private static func request(from row: Row) throws -> AgentRequest {
        let asked = try AskedRequest(
            name: row[1], toolUseID: row[2], kind: row[3], tool: row[4], input: row[5], suggestions: row[6],
            context: row[7])
        let answer: RequestAnswer? = try (row[10] as String?) == nil ? nil : row.decodeJSON(at: 10)
        return try AgentRequest(
            id: row[0], asked: asked, askedAt: row[8], state: row[9], answer: answer,
            answeredBy: (row[11] as UserID?).map { try Author(id: $0, name: row[12], imageURL: row[13]) },
            endedAt: row[14])
    }
}
