package import Domain
import GRDB

/// The queue of runs and their results.
///
/// Each step is one transaction with its events. Only the worker of a run moves it, apart from people who stop it:
/// after that, none of their messages waits for an answer any more.
package struct RunStore: Sendable {
    let connections: Connections

    /// Signals when there may be something new to do, or to stop doing.
    package var changeSignal: ChangeSignal { connections.changeSignal }

    /// Signals when a session may have changed, for one listener, which must cancel its iteration at the end.
    package func signals(of session: SessionID) -> AsyncStream<Void> { connections.sessionSignals.signals(of: session) }

    /// Signals when a session was deleted, so that its workspace can be removed.
    package var deletions: ChangeSignal { connections.deletions }

    /// Puts the runs that were under way when the last server ended back at their old place in the queue, and marks the
    /// interruption in their transcripts.
    ///
    /// - Returns: how many there were.
    package func requeueInterrupted() async throws -> Int {
        try await connections.writeContent { db in
            let numbers = try Int64.fetchAll(
                db, sql: "SELECT session_number FROM runs WHERE stage <> 'queued' AND stage <> 'ended'")
            for number in numbers {
                // A damaged row must not stop the service from starting.
                do {
                    try Self.requeue(
                        number, for: .restart, because: "The server restarted; the agent continues.", db)
                } catch  where DamagedValue.isCause(of: error) {
                    _ = connections.health.noteFailedRead(error)
                }
            }
            return numbers.count
        }
    }

    /// Maximum number of runners in a row that a run may lose.
    package static let maximumLosses = 5

    /// Puts a run whose runner was lost back at its old place in the queue, and marks the interruption in its
    /// transcript. Does nothing if the session was deleted.
    ///
    /// - Parameter countsAsLoss: whether it is one of the losses that `maximumLosses` limits, which are counted anew
    ///   after each message and each retry.
    /// - Returns: `false`, without a change, if the run has lost too many runners. The caller ends it.
    package func requeue(
        _ run: RunNumber, because reason: String, countsAsLoss: Bool, at time: Timestamp
    ) async throws -> Bool {
        try await connections.writeContent { db in
            if countsAsLoss, try Self.losses(of: run.session, db) + 1 >= Self.maximumLosses { return false }
            try Self.requeue(run.session, for: .runner, because: reason, at: time, db)
            if countsAsLoss {
                let statement = try db.cachedStatement(
                    sql: "UPDATE runs SET runner_losses = runner_losses + 1 WHERE session_number = ?")
                try statement.execute(arguments: [run.session])
            }
            return true
        }
    }

    private static func losses(of number: Int64, _ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT runner_losses FROM runs WHERE session_number = ?")
        return try Int.fetchOne(statement, arguments: [number]) ?? 0
    }

    /// - Parameter time: the time of the interruption; `nil` for the last sign of the run.
    private static func requeue(
        _ number: Int64, for cause: RunAttempt.Cause, because reason: String, at time: Timestamp? = nil, _ db: Database
    ) throws {
        guard let id = try session(number, db) else { return }
        var record = try SessionRecord.fetch(id.session, in: id.organization, db)
        let time = max(time ?? record.session.updatedAt, record.session.updatedAt)
        try AttemptRow.mark(&record, .interrupted, reason: reason, at: time, db)
        try AttemptRow.prepare(number, for: cause, db)
        try record.save(at: time, db)
        try set(.queued, nil, of: number, at: time, db)
    }

    /// Dequeues the run that has waited longest.
    ///
    /// - Parameter scope: the runs that a runner may work on; `nil` for those that the server's own machine may.
    /// - Returns: `nil` when none waits.
    package func claim(at time: Timestamp, for scope: RunnerScope? = nil) async throws -> ClaimedRun? {
        guard try await hasQueued() else { return nil }
        return try await connections.writeContent { db in
            guard let run = try nextQueued(for: scope, db) else { return nil }
            try Self.set(run.baseCommit == nil ? .cloning : .preparing, nil, of: run.number.session, at: time, db)
            try AttemptRow.begin(run.number.session, at: time, db)
            if let scope { try Self.note(scope.token, on: run.number.session, db) }
            return run
        }
    }

    /// How many runs wait, and how many are under way.
    package func counts() async throws -> (queued: Int, underWay: Int) {
        try await connections.readOnCallerThread { db in
            let queued = try db.cachedStatement(sql: "SELECT count(*) FROM runs WHERE stage = 'queued'")
            let underWay = try db.cachedStatement(
                sql: "SELECT count(*) FROM runs WHERE stage <> 'queued' AND stage <> 'ended'")
            return (try Int.fetchOne(queued) ?? 0, try Int.fetchOne(underWay) ?? 0)
        }
    }

    /// How many runners of a kind are needed, for a scheduler that starts one for each run.
    package func demand(for scope: RunnerScope) async throws -> RunnerDemand {
        try await connections.read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT s.organization_id, e.runner_labels
                        FROM runs r CROSS JOIN sessions s ON s.number = r.session_number
                        LEFT JOIN environments e ON e.id = s.environment_id
                        WHERE r.stage = 'queued'
                        """))
            var queued = 0
            while let row = try rows.next() {
                // A damaged row is given to no runner.
                do {
                    if try Self.isWork(for: scope, of: row[0], labels: 1, in: row) { queued += 1 }
                } catch  where DamagedValue.isCause(of: error) {
                    _ = connections.health.noteFailedRead(error)
                }
            }
            let underWay = try db.cachedStatement(sql: "SELECT count(*) FROM runs WHERE runner_token_id = ?")
            return RunnerDemand(queued: queued, underWay: try Int.fetchOne(underWay, arguments: [scope.token]) ?? 0)
        }
    }

    /// Whether a run is for runners of the scope; without one, whether it is for the server's own machine.
    ///
    /// - Parameter column: that of the labels that the run's environment asks for.
    private static func isWork(
        for scope: RunnerScope?, of organization: OrganizationID, labels column: Int, in row: Row
    ) throws -> Bool {
        let labels: RunnerLabels = try row[column] as String? == nil ? .none : row.decodeJSON(at: column)
        return scope?.includes(runOf: organization, askingFor: labels) ?? labels.isEmpty
    }

    /// A run in its current state; `nil` when its session is gone.
    package func current(_ run: RunNumber) async throws -> ClaimedRun? {
        try await connections.read { try Self.claimed(run.session, $0) }
    }

    /// Whether the run's session is active; `false` when it is gone.
    package func isActive(_ run: RunNumber) async throws -> Bool {
        try await connections.readOnCallerThread { db in
            let statement = try db.cachedStatement(sql: "SELECT status = 'active' FROM sessions WHERE number = ?")
            return try Bool.fetchOne(statement, arguments: [run.session]) ?? false
        }
    }

    /// Whether the prompt is still unanswered; `false` when a person stopped the run or deleted the session.
    package func isWanted(_ run: RunNumber, for prompt: RunPrompt) async throws -> Bool {
        try await connections.readOnCallerThread { db in
            let statement = try db.cachedStatement(sql: "SELECT answered < ? FROM runs WHERE session_number = ?")
            return try Bool.fetchOne(statement, arguments: [prompt.sequence, run.session]) ?? false
        }
    }

    /// Sets the run's stage and progress. Does nothing if the session was deleted.
    package func set(
        _ stage: RunStage, _ progress: RunProgress? = nil, of run: RunNumber, at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in try Self.set(stage, progress, of: run.session, at: time, db) }
    }

    /// Notes the token of the runner that works on a run.
    private static func note(_ runner: RunnerTokenID, on number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "UPDATE runs SET runner_token_id = ? WHERE session_number = ?")
        try statement.execute(arguments: [runner, number])
    }

    private func hasQueued() async throws -> Bool {
        try await connections.readOnCallerThread { db in
            try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM runs WHERE stage = 'queued' LIMIT 1")) != nil
        }
    }

    /// The run that waits longest and whose workspace isn't being removed. A damaged one is left until the next server
    /// start, so that it doesn't block the others.
    private func nextQueued(for scope: RunnerScope?, _ db: Database) throws -> ClaimedRun? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.session_number, s.id, s.organization_id, e.runner_labels
                FROM runs r CROSS JOIN sessions s ON s.number = r.session_number
                LEFT JOIN environments e ON e.id = s.environment_id
                WHERE r.stage = 'queued' ORDER BY r.queued_at
                """)
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            let session: SessionID = try row[1]
            guard !connections.heldWorkspaces.holds(session) else { continue }
            do {
                guard try Self.isWork(for: scope, of: row[2], labels: 3, in: row) else { continue }
                if let run = try Self.claimed(row[0], db) { return run }
            } catch  where DamagedValue.isCause(of: error) {
                _ = connections.heldWorkspaces.hold(session)
                _ = connections.health.noteFailedRead(error)
            }
        }
        return nil
    }

    private static func claimed(_ number: Int64, _ db: Database) throws -> ClaimedRun? {
        let sql = """
            SELECT \(selection.sql)
            FROM runs r JOIN sessions s ON s.number = r.session_number JOIN users u ON u.id = s.author_id
            LEFT JOIN pull_requests p ON p.number = s.pull_request
            WHERE r.session_number = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else { return nil }
        let columns = selection.columns
        return try ClaimedRun(
            number: RunNumber(session: number), session: SessionRow.fetch(number, db),
            authorEmail: row[columns.authorEmail], agentSession: row[columns.agentSession],
            baseCommit: row[columns.baseCommit], hasClosedPullRequest: row[columns.hasClosedPullRequest] ?? false,
            output: RunOutput(number: row[columns.outputNumber], offset: row[columns.outputOffset]),
            prompts: RunRow.prompts(of: number, db),
            outcome: (row[columns.outcome] as String?).map(RunOutcome.init(stored:)))
    }

    private static let selection = Selection(ClaimedColumns.init)

    private struct ClaimedColumns {
        let baseCommit: SelectedColumn
        let outputNumber: SelectedColumn
        let outputOffset: SelectedColumn
        let outcome: SelectedColumn
        let agentSession: SelectedColumn
        let authorEmail: SelectedColumn
        let hasClosedPullRequest: SelectedColumn

        init(_ list: inout ColumnList) {
            baseCommit = list.add("r.base_commit")
            outputNumber = list.add("r.output_number")
            outputOffset = list.add("r.output_offset")
            outcome = list.add("r.outcome")
            agentSession = list.add("s.agent_session_id")
            authorEmail = list.add("u.email")
            hasClosedPullRequest = list.add(
                "p.status IN ('merged', 'closed') AND p.number IS NOT r.previous_pull_request")
        }
    }

    static func set(
        _ stage: RunStage, _ progress: RunProgress?, of number: Int64, at time: Timestamp, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET stage = ?1, progress_step = ?2, progress_percent = ?3,
                    ended_at = iif(?1 = 'ended', ?4, NULL), retry_attempt = NULL, retry_limit = NULL,
                    runner_token_id = iif(?1 IN ('queued', 'publishing', 'ended'), NULL, runner_token_id)
                WHERE session_number = ?5
                """)
        try statement.execute(arguments: [stage, progress?.step, progress?.percent, time, number])
        try logEvent(.runUpdated, of: number, at: time, db)
    }

    /// Writes an event of a session; none when the session is gone.
    static func logEvent(_ type: EventType, of number: Int64, at time: Timestamp, _ db: Database) throws {
        guard let id = try session(number, db) else { return }
        try EventLog.write(type, of: id.session, in: id.organization, at: time, db)
    }

    /// The public id and the organization of a session; `nil` when it is gone.
    static func session(
        _ number: Int64, _ db: Database
    ) throws -> (session: SessionID, organization: OrganizationID)? {
        let statement = try db.cachedStatement(sql: "SELECT id, organization_id FROM sessions WHERE number = ?")
        return try Row.fetchOne(statement, arguments: [number]).map { (try $0[0], try $0[1]) }
    }
}

extension RunOutcome {
    init(stored: String) {
        self = stored.isEmpty ? .completed : .failed(reason: stored)
    }

    var stored: String {
        switch self {
        case .completed: ""
        case .failed(let reason): reason.isEmpty ? "The agent gave no reason." : reason
        }
    }
}
