import Domain
import GRDB

/// The attempts of a run: its row has the current one, the transcript has a mark of each earlier one.
enum AttemptRow {
    /// How many of the latest attempts are returned.
    private static let shown = 50

    static func latest(of number: Int64, _ db: Database) throws -> [RunAttempt] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT line FROM messages WHERE session_number = ? AND type = 'attempt' ORDER BY sequence DESC LIMIT ?
                """)
        // An agent on another machine may have sent a line of the same type.
        return try String.fetchAll(statement, arguments: [number, shown]).reversed().compactMap {
            try? RunAttempt(json: $0)
        }
    }

    /// Starts the next attempt.
    static func begin(_ number: Int64, at time: Timestamp, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET attempt = attempt + 1, attempt_began_at = ?, attempt_cost_usd = cost_usd
                WHERE session_number = ?
                """)
        try statement.execute(arguments: [time, number])
    }

    /// Records why the next attempt will be made.
    static func prepare(
        _ number: Int64, for cause: RunAttempt.Cause, by actor: String? = nil, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET attempt_cause = ?1, attempt_actor = ?2,
                    runner_losses = iif(?1 IN ('message', 'retry'), 0, runner_losses)
                WHERE session_number = ?3
                """)
        try statement.execute(arguments: [cause, actor, number])
    }

    /// Appends the mark of the ending attempt to the transcript. The caller saves the record.
    ///
    /// - Parameter reason: why the attempt wasn't completed.
    static func mark(
        _ record: inout SessionRecord, _ outcome: RunAttempt.Outcome, reason: String?, at time: Timestamp,
        _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT attempt, attempt_cause, attempt_actor, attempt_began_at, cost_usd - attempt_cost_usd FROM runs
                WHERE session_number = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [record.number]), let began = try row[3] as Timestamp?
        else { return }
        let attempt = try RunAttempt(
            number: row[0], cause: row[1], actor: row[2], outcome: outcome, reason: reason,
            durationMs: Int(time.milliseconds - began.milliseconds), costUsd: row[4])
        let entry = TranscriptEntry(line: try attempt.line, author: nil, createdAt: time)
        var eventLog = EventLog(session: record.session.id, organization: record.session.organizationID, time: time)
        try TranscriptEntry.append([entry], to: record.number, &record.summary, &eventLog, db)
        try eventLog.write(db)
    }
}
