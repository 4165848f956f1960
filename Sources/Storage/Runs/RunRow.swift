import Domain
import GRDB

/// The row of a session's run.
enum RunRow {
    static func fetch(_ number: Int64, _ db: Database) throws -> Run? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection.sql)
                FROM runs r JOIN sessions s ON s.number = r.session_number LEFT JOIN changes c USING (session_number)
                LEFT JOIN environments e ON e.id = s.environment_id
                WHERE r.session_number = ?
                """)
        return try Row.fetchOne(statement, arguments: [number]).map { row in
            let columns = selection.columns
            return try Run(
                stage: row[columns.stage], progress: columns.progress(from: row), usage: columns.usage(from: row),
                note: row[columns.note], leftOut: row.decodeJSON(in: columns.leftOut),
                refusedHosts: RefusedHostRecord.hosts(fromJSON: row[columns.refusedHosts]),
                changes: columns.changes.count(from: row), apiRetry: columns.apiRetry(from: row),
                archiveBytes: row[columns.archiveBytes], attempts: AttemptRow.latest(of: number, db),
                pending: pending(of: number, db), mcpServers: AgentStartRow.mcpServers(of: number, db),
                runnerLabels: columns.runnerLabels(from: row))
        }
    }

    private static let selection = Selection(RunColumns.init)

    /// A queued run's position in the queue: 1 for the next.
    static func place(of number: Int64, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 + count(*) FROM runs
                WHERE stage = 'queued' AND queued_at < (SELECT queued_at FROM runs WHERE session_number = ?)
                """)
        return try Int.fetchOne(statement, arguments: [number])
    }

    static func exists(_ number: Int64, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM runs WHERE session_number = ?")
        return try Int.fetchOne(statement, arguments: [number]) != nil
    }

    /// Queues the session's run, unless it is queued or running. People's messages that an agent elsewhere has answered
    /// are not processed again.
    static func queue(_ number: Int64, at time: Timestamp, _ eventLog: inout EventLog, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO runs (session_number, stage, queued_at, answered, delivered, delivered_after, delivered_at_line)
                SELECT ?1, 'queued', ?2, place, place, place, place FROM (
                    SELECT coalesce(
                        (SELECT sequence FROM messages WHERE session_number = ?1 AND author_id IS NULL
                            ORDER BY sequence DESC LIMIT 1), 0) AS place)
                WHERE true
                ON CONFLICT (session_number) DO UPDATE
                SET stage = 'queued', queued_at = ?2, ended_at = NULL, note = NULL, attempt_cause = 'message',
                    attempt_actor = NULL, runner_losses = 0
                WHERE stage = 'ended'
                """)
        try statement.execute(arguments: [number, time])
        guard db.changesCount > 0 else { return }
        try markSession(number, db)
        eventLog.note(.runUpdated)
    }

    /// Inserts a run that has ended; for demo data.
    ///
    /// - Parameter isAnswered: whether all messages count as read and answered.
    static func pretend(_ number: Int64, isAnswered: Bool, at time: Timestamp, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO runs (session_number, stage, queued_at, ended_at, answered, delivered)
                SELECT number, 'ended', ?2, ?2, iif(?3, last_sequence, 0), iif(?3, last_sequence, 0) FROM sessions
                WHERE number = ?1
                """,
            arguments: [number, time, isAnswered])
        try markSession(number, db)
    }

    /// Marks that the session has a run.
    static func markSession(_ number: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE sessions SET runs_here = 1 WHERE number = ? AND runs_here = 0")
            .execute(arguments: [number])
    }

    /// Marks all of people's messages as answered, so that no agent processes them.
    static func abandon(_ number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET answered = s.last_sequence
                FROM sessions s WHERE s.number = ?1 AND session_number = ?1
                """)
        try statement.execute(arguments: [number])
    }

    /// Marks the messages before `sequence` as answered, because that message replaces them.
    static func redirect(_ number: Int64, to sequence: Int, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE runs SET answered = max(answered, ?1 - 1), redirected = ?1 WHERE session_number = ?2")
        try statement.execute(arguments: [sequence, number])
    }

    /// People's messages that aren't answered. Earlier messages that no agent has read are part of the first prompt.
    /// They stay part of it while an agent may have read them together, until that prompt is answered.
    static func prompts(of number: Int64, _ db: Database) throws -> [RunPrompt] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT m.sequence, m.line, m.sequence <= r.delivered, m.sequence > r.answered, EXISTS (
                    SELECT 1 FROM messages a
                    WHERE a.session_number = m.session_number AND a.sequence > r.delivered_at_line AND a.type = 'assistant')
                FROM runs r JOIN messages m ON m.session_number = r.session_number
                    AND m.sequence > min(r.answered, iif(r.delivered > r.answered, r.delivered_after, r.delivered))
                WHERE r.session_number = ? AND m.author_id IS NOT NULL ORDER BY m.sequence
                """)
        var unread: [String] = []
        var first: Int?
        return try Row.fetchAll(statement, arguments: [number]).compactMap { row in
            let text = try row.transcriptLine(at: 1).text ?? ""
            let sequence: Int = try row[0]
            guard try row[3] else {
                unread.append(text)
                first = first ?? sequence
                return nil
            }
            defer { (unread, first) = ([], nil) }
            return try RunPrompt(
                sequence: sequence, text: (unread + [text]).joined(separator: "\n\n"), isDelivered: row[2],
                isReceived: row[2] && row[4], sequences: (first ?? sequence)...sequence)
        }
    }

    /// The sequence numbers of the messages that no agent has received.
    static func pending(of number: Int64, _ db: Database) throws -> [Int] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT m.sequence FROM runs r JOIN messages m ON m.session_number = r.session_number AND m.sequence > r.delivered
                WHERE r.session_number = ? AND m.author_id IS NOT NULL ORDER BY m.sequence LIMIT 1000
                """)
        return try Int.fetchAll(statement, arguments: [number])
    }

    /// Makes the last message of a person wait for an answer again, unless another one waits.
    static func reopen(_ number: Int64, _ db: Database) throws {
        guard try prompts(of: number, db).isEmpty else { return }
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET answered = m.last - 1
                FROM (SELECT max(sequence) AS last FROM messages WHERE session_number = ?1 AND author_id IS NOT NULL) m
                WHERE session_number = ?1 AND m.last IS NOT NULL
                """)
        try statement.execute(arguments: [number])
    }

    /// The maximum number of lines to search for it.
    private static let accountDepth = 2000

    /// A summary of the conversation for an agent that can't resume it: people's messages and the agent's last text in
    /// reply to each, of which the latest `limit` bytes are returned.
    ///
    /// - Returns: `nil` if no agent has answered yet.
    static func account(of number: Int64, before sequence: Int, limit: Int, _ db: Database) throws -> String? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT m.line, m.author_id IS NOT NULL, m.type = 'result' FROM messages m JOIN runs r USING (session_number)
                WHERE m.session_number = ?1 AND m.sequence < ?2
                    AND (m.author_id IS NOT NULL AND m.sequence <= r.delivered OR m.type = 'result' OR m.type = 'assistant')
                ORDER BY m.sequence DESC LIMIT \(accountDepth)
                """)
        var parts: [String] = []
        var size = 0
        var isAnswered = false
        let rows = try Row.fetchCursor(statement, arguments: [number, sequence])
        while parts.count < 50, let row = try rows.next() {
            let (isPersons, isResult): (Bool, Bool) = try (row[1], row[2])
            // Only the agent's last text in reply to each message is used. Imported transcripts may have no results.
            guard isPersons || isResult || !isAnswered else { continue }
            guard let line = try? TranscriptLine(json: row[0], number: 1), !line.isSubAgents, let text = line.text
            else {
                continue
            }
            size += text.utf8.count
            guard size <= limit else { break }
            parts.append("\(isPersons ? "Asked" : "Answered"): \(text)")
            isAnswered = !isPersons
        }
        return parts.isEmpty ? nil : parts.reversed().joined(separator: "\n\n")
    }
}

/// The columns of a session's run as it is shown.
struct RunColumns {
    let stage: SelectedColumn
    private let step: SelectedColumn
    private let percent: SelectedColumn
    private let cost: SelectedColumn
    private let inputTokens: SelectedColumn
    private let outputTokens: SelectedColumn
    private let turns: SelectedColumn
    let note: SelectedColumn
    let leftOut: SelectedColumn
    let refusedHosts: SelectedColumn
    let changes: ChangeCountColumns
    private let retryAttempt: SelectedColumn
    private let retryLimit: SelectedColumn
    let archiveBytes: SelectedColumn
    private let runnerLabels: SelectedColumn

    init(_ list: inout ColumnList) {
        stage = list.add(
            "iif(s.waiting_id IS NOT NULL AND (r.stage = 'working' OR r.stage = 'ended'), 'waiting', r.stage)")
        step = list.add("r.progress_step")
        percent = list.add("r.progress_percent")
        cost = list.add("r.cost_usd")
        inputTokens = list.add("r.input_tokens")
        outputTokens = list.add("r.output_tokens")
        turns = list.add("r.turns")
        note = list.add("r.note")
        leftOut = list.add("r.left_out")
        refusedHosts = list.add("r.refused_hosts")
        changes = ChangeCountColumns(of: "c", &list)
        retryAttempt = list.add("r.retry_attempt")
        retryLimit = list.add("r.retry_limit")
        archiveBytes = list.add("r.archive_bytes")
        runnerLabels = list.add("iif(r.stage = 'queued', e.runner_labels, NULL)")
    }

    func progress(from row: Row) throws -> RunProgress? {
        try (row[step] as String?).map { try RunProgress(step: $0, percent: row[percent]) }
    }

    func usage(from row: Row) throws -> AgentUsage {
        try AgentUsage(
            costUSD: row[cost], inputTokens: row[inputTokens], outputTokens: row[outputTokens], turns: row[turns])
    }

    func runnerLabels(from row: Row) throws -> RunnerLabels {
        try row[runnerLabels] as String? == nil ? .none : row.decodeJSON(in: runnerLabels)
    }

    func apiRetry(from row: Row) throws -> APIRetry? {
        try (row[retryAttempt] as Int?).flatMap { try APIRetry(attempt: $0, limit: row[retryLimit]) }
    }
}
