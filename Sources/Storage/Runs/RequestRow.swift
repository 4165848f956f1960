import Domain
import GRDB

/// A request of an agent for a person's decision.
enum RequestRow {
    private static let selection = Selection(RequestColumns.init)

    private static let query = """
        SELECT \(selection.sql)
        FROM requests q LEFT JOIN users u ON u.id = q.answered_by

        """

    /// - Returns: `nil` when the session has no such request.
    static func fetch(_ id: RequestID, of number: Int64, _ db: Database) throws -> AgentRequest? {
        let statement = try db.cachedStatement(sql: query + "WHERE q.id = ? AND q.session_number = ?")
        return try Row.fetchOne(statement, arguments: [id, number]).map(selection.columns.request)
    }

    /// The latest of a session's requests, oldest first.
    static func all(of number: Int64, limit: Int, _ db: Database) throws -> [AgentRequest] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE q.session_number = ? ORDER BY q.number DESC LIMIT ?")
        return try Row.fetchAll(statement, arguments: [number, limit]).map(selection.columns.request).reversed()
    }

    /// The requests that wait for a person, oldest first.
    static func pending(of number: Int64, _ db: Database) throws -> [AgentRequest] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE q.session_number = ? AND q.state = 'pending' ORDER BY q.number")
        return try Row.fetchAll(statement, arguments: [number]).map(selection.columns.request)
    }

    /// The answered requests whose answers may not have reached an agent, oldest first.
    static func undelivered(of number: Int64, _ db: Database) throws -> [AgentRequest] {
        let statement = try db.cachedStatement(
            sql: query + "WHERE q.session_number = ? AND q.state = 'answered' AND q.is_delivered = 0 ORDER BY q.number")
        return try Row.fetchAll(statement, arguments: [number]).map(selection.columns.request)
    }

    static func isAnyPending(of number: Int64, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM requests WHERE session_number = ? AND state = 'pending' LIMIT 1")
        return try Int.fetchOne(statement, arguments: [number]) != nil
    }

    /// Inserts a request of the agent's current process. An existing request of the same name stays unchanged.
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
        try PushOutbox.enqueue(.waits, asked.headline, of: number, at: time, db)
        try refreshWait(of: number, &eventLog, db)
    }

    /// Withdraws a request of the agent's current process, unless it is answered.
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

    /// Withdraws all of a session's pending requests.
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

    /// Like `withdrawAll(of:at:)`, for a transaction without other events: writes its own.
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

    /// Records that the agent certainly has the answer to the request.
    static func confirm(_ id: RequestID, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE requests SET is_delivered = 1 WHERE id = ? AND state = 'answered'")
            .execute(arguments: [id])
    }

    /// Records the result of a tool use that may have needed an answer. It is certain only once the agent continues
    /// that it has the answer: Claude Code writes its own record a tenth of a second after it prints, and if it is
    /// stopped in between, the answer must be delivered again.
    static func use(_ toolUse: String, of number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE requests SET is_used = 1
                WHERE session_number = ? AND state = 'answered' AND is_delivered = 0 AND tool_use_id = ?
                """)
        try statement.execute(arguments: [number, toolUse])
    }

    /// Records that the agent has printed something after the results of the answers it used, so these were received.
    static func confirmUsed(of number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE requests SET is_delivered = 1
                WHERE session_number = ? AND state = 'answered' AND is_delivered = 0 AND is_used = 1
                """)
        try statement.execute(arguments: [number])
    }

    /// Updates the session's columns for the request that it waits for.
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

    /// The text of the agent's last message that has any, among its last 20 lines.
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
}

/// The columns of a request of an agent.
struct RequestColumns {
    private let id: SelectedColumn
    private let name: SelectedColumn
    private let toolUse: SelectedColumn
    private let kind: SelectedColumn
    private let tool: SelectedColumn
    private let input: SelectedColumn
    private let suggestions: SelectedColumn
    private let context: SelectedColumn
    private let askedAt: SelectedColumn
    private let state: SelectedColumn
    private let answer: SelectedColumn
    private let answerer: AuthorColumns
    private let endedAt: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("q.id")
        name = list.add("q.name")
        toolUse = list.add("q.tool_use_id")
        kind = list.add("q.kind")
        tool = list.add("q.tool")
        input = list.add("q.input")
        suggestions = list.add("q.suggestions")
        context = list.add("q.context")
        askedAt = list.add("q.asked_at")
        state = list.add("q.state")
        answer = list.add("q.answer")
        answerer = AuthorColumns(of: "u", &list)
        endedAt = list.add("q.ended_at")
    }

    func request(from row: Row) throws -> AgentRequest {
        let asked = try AskedRequest(
            name: row[name], toolUseID: row[toolUse], kind: row[kind], tool: row[tool], input: row[input],
            suggestions: row[suggestions], context: row[context])
        let answer: RequestAnswer? = try (row[self.answer] as String?) == nil ? nil : row.decodeJSON(in: self.answer)
        return try AgentRequest(
            id: row[id], asked: asked, askedAt: row[askedAt], state: row[state], answer: answer,
            answeredBy: answerer.authorIfAny(from: row), endedAt: row[endedAt])
    }
}
