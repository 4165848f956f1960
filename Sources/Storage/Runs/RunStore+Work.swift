package import Domain
import GRDB

/// The work of the agent.
extension RunStore {
    static let sessionWithBranch = """
        SELECT 1 FROM sessions s
        CROSS JOIN sessions o ON o.repository_host = s.repository_host AND o.repository_owner = s.repository_owner
            AND o.repository_name = s.repository_name AND o.branch = ?2
        CROSS JOIN runs r ON r.session_number = o.number
        WHERE s.number = ?1 AND o.number <> ?1 LIMIT 1
        """

    /// Assigns a branch of its repository to the run's session.
    ///
    /// - Returns: `false` when another session's workspace uses the branch already, even if it was never pushed.
    package func assignBranch(_ branch: BranchName, for run: RunNumber, at time: Timestamp) async throws -> Bool {
        try await connections.writeContent { db in
            let sql = Self.sessionWithBranch
            let isTaken = try Int.fetchOne(db, sql: sql, arguments: [run.session, branch.description]) != nil
            guard !isTaken else { return false }
            try db.execute(
                sql: "UPDATE sessions SET branch = ?, updated_at = max(updated_at, ?) WHERE number = ?",
                arguments: [branch.description, time, run.session])
            try SearchIndex.indexSession(run.session, db)
            try Self.logEvent(.sessionUpdated, of: run.session, at: time, db)
            return true
        }
    }

    /// Sets the branch that the work really starts from, because the repository doesn't have the chosen one.
    package func setBaseBranch(_ branch: BranchName, of run: RunNumber, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE sessions SET base_branch = ?, updated_at = max(updated_at, ?) WHERE number = ?",
                arguments: [branch.description, time, run.session])
            try Self.logEvent(.sessionUpdated, of: run.session, at: time, db)
        }
    }

    /// The earlier conversation as text, for an agent that starts a new one; `nil` when there was none.
    package func account(of run: RunNumber, before prompt: RunPrompt) async throws -> String? {
        try await connections.read { db in
            try RunRow.account(of: run.session, before: prompt.sequence, limit: 65_536, db)
        }
    }

    /// Records that the workspace exists, so that an agent can start in it.
    ///
    /// - Parameter isNew: whether the work starts over, so that changes of earlier workspaces aren't restored any more.
    package func begin(_ run: RunNumber, at baseCommit: String, isNew: Bool = true) async throws {
        try await connections.writeContent { db in
            guard isNew else {
                return try db.execute(
                    sql: "UPDATE runs SET base_commit = ? WHERE session_number = ?",
                    arguments: [baseCommit, run.session])
            }
            try db.execute(
                sql: "UPDATE changes SET base_commit = NULL WHERE session_number = ?", arguments: [run.session])
            let sql = """
                UPDATE runs SET base_commit = ?, previous_pull_request = s.pull_request
                FROM sessions s WHERE s.number = session_number AND session_number = ?
                """
            try db.execute(sql: sql, arguments: [baseCommit, run.session])
        }
    }

    /// Records that the workspace is about to be recreated: there is none until `begin` is called again.
    package func forgetWorkspace(of run: RunNumber) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE runs SET base_commit = NULL WHERE session_number = ?", arguments: [run.session])
        }
    }

    /// Records that an agent process is about to be started, with its own output.
    ///
    /// - Returns: the output's number.
    package func startOutput(of run: RunNumber) async throws -> Int {
        try await connections.writeContent { db in
            let sql = """
                UPDATE runs SET output_number = output_number + 1, output_offset = 0, process_cost_usd = 0
                WHERE session_number = ? RETURNING output_number
                """
            return try Int.fetchOne(db, sql: sql, arguments: [run.session]) ?? 0
        }
    }

    /// Records that a prompt is about to be delivered to the agent.
    ///
    /// - Returns: the prompt to deliver, with the model and effort that people chose: the same prompt, or the first
    ///   waiting one if it was withdrawn meanwhile; `nil` when none is left.
    package func deliver(_ prompt: RunPrompt, to run: RunNumber, at time: Timestamp) async throws -> DeliveredPrompt? {
        try await connections.writeContent { db in
            var prompt = prompt
            let first = try RunRow.prompts(of: run.session, db).first
            if first?.sequence == prompt.sequence {
                prompt = first ?? prompt
            } else if try MessageRow.line(prompt.sequence, of: run.session, db) == nil {
                guard let first else { return nil }
                prompt = first
            }
            try db.execute(
                sql: """
                    UPDATE runs SET delivered_after = min(answered, delivered), delivered = ?1,
                        delivered_at_line = (SELECT last_sequence FROM sessions WHERE number = ?2)
                    WHERE session_number = ?2 AND delivered < ?1
                    """,
                arguments: [prompt.sequence, run.session])
            try Self.logEvent(.runUpdated, of: run.session, at: time, db)
            let session = try SessionRow.fetch(run.session, db)
            return DeliveredPrompt(prompt: prompt, model: session.model, effort: session.effort)
        }
    }

    /// Stores lines that the agent printed and the offset up to which its output is stored, in one transaction. A
    /// `result` line answers the prompt and is the last of the lines.
    ///
    /// - Parameters:
    ///   - control: control messages between the lines, which aren't part of the transcript.
    ///   - confirmed: requests whose answers the agent received, as its `result` shows.
    /// - Returns: after a `result`, the prompts that are still unanswered; `nil` without one, and when the session
    ///   is gone.
    /// - Throws: `DomainError.invalid` when a line can never be stored, however often that is retried.
    package func append(
        _ lines: [TranscriptLine], _ control: [ControlLine] = [], of run: RunNumber, answering prompt: RunPrompt,
        confirming confirmed: [RequestID] = [], upTo offset: Int, at time: Timestamp
    ) async throws -> [RunPrompt]? {
        do {
            return try await write(
                lines, control, of: run, answering: prompt, confirming: confirmed, upTo: offset, at: time)
        } catch let error as DatabaseError where Self.refusals.contains(error.resultCode) {
            throw DomainError.invalid("The database can't hold the line.")
        }
    }

    /// The result codes of SQLite that a line itself causes.
    private static let refusals: [ResultCode] = [
        .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_RANGE, .SQLITE_TOOBIG, .SQLITE_ERROR,
    ]

    private func write(
        _ lines: [TranscriptLine], _ control: [ControlLine], of run: RunNumber, answering prompt: RunPrompt,
        confirming confirmed: [RequestID], upTo offset: Int, at time: Timestamp
    ) async throws -> [RunPrompt]? {
        try await connections.writeContent { db in
            guard let id = try Self.session(run.session, db) else { return nil }
            var record = try SessionRecord.fetch(id.session, in: id.organization, db)
            let before = record.summary
            let entries = lines.map { TranscriptEntry(line: $0, author: nil, createdAt: time) }
            var eventLog = EventLog(session: id.session, organization: id.organization, time: time)
            try TranscriptEntry.append(entries, to: record.number, &record.summary, &eventLog, db)
            // The session's end is decided when its work is saved, or by people who stop it.
            (record.summary.status, record.summary.failure) = (before.status, before.failure)
            try record.save(at: time, db)
            eventLog.note(.sessionUpdated)
            if let agent = lines.last(where: { $0.origin.sessionID != nil })?.origin.sessionID {
                try SessionRow.setAgentSession(agent, of: run.session, db)
            }
            try Self.setOffset(offset, of: run, db)
            if try Self.set(lines.last { $0.retry != nil || $0.isMessage }, of: run, db) { eventLog.note(.runUpdated) }
            try Self.take(control, of: run, isWanted: before.status == .active, at: time, &eventLog, db)
            for line in lines {
                if line.type == "assistant" || line.outcome != nil { try RequestRow.confirmUsed(of: run.session, db) }
                for call in line.toolResults { try RequestRow.use(call, of: run.session, db) }
            }
            let result = lines.last { $0.outcome != nil }
            if result != nil { for id in confirmed { try RequestRow.confirm(id, db) } }
            if let result, let outcome = result.outcome {
                try Self.answer(prompt, of: run, with: outcome, usage: result.usage ?? AgentUsage(), db)
                eventLog.note(.runUpdated)
            }
            try eventLog.write(db)
            return result == nil ? nil : try RunRow.prompts(of: run.session, db)
        }
    }

    /// - Parameter isWanted: whether the session is active, so that its agent's requests are shown to people.
    private static func take(
        _ control: [ControlLine], of run: RunNumber, isWanted: Bool, at time: Timestamp, _ eventLog: inout EventLog,
        _ db: Database
    ) throws {
        for line in control {
            switch line {
            case .asks(let asked) where isWanted:
                try RequestRow.insert(asked, of: run.session, at: time, &eventLog, db)
            case .cancels(let name): try RequestRow.withdraw(named: name, of: run.session, at: time, &eventLog, db)
            case .asks, .unknown, .answers: break
            }
        }
    }

    /// Records whether the agent waits before it calls its model again, from the latest line that shows it.
    ///
    /// - Returns: whether that has changed.
    private static func set(_ line: TranscriptLine?, of run: RunNumber, _ db: Database) throws -> Bool {
        guard let line else { return false }
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET retry_attempt = ?1, retry_limit = ?2 WHERE session_number = ?3 AND retry_attempt IS NOT ?1
                """)
        try statement.execute(arguments: [line.retry?.attempt, line.retry?.limit, run.session])
        return db.changesCount > 0
    }

    /// Marks output that isn't part of the transcript as stored.
    package func skipOutput(of run: RunNumber, upTo offset: Int) async throws {
        try await connections.writeContent { try Self.setOffset(offset, of: run, $0) }
    }

    private static func setOffset(_ offset: Int, of run: RunNumber, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE runs SET output_offset = ? WHERE session_number = ?")
            .execute(arguments: [offset, run.session])
    }

    private static func answer(
        _ prompt: RunPrompt, of run: RunNumber, with outcome: RunOutcome, usage: AgentUsage, _ db: Database
    ) throws {
        // Tokens and turns are reported for the turn alone, the cost for all turns of the process so far.
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET answered = max(answered, ?1), outcome = ?2,
                    cost_usd = min(cost_usd + max(0, ?3 - process_cost_usd), ?8), process_cost_usd = ?3,
                    input_tokens = min(input_tokens + ?4, ?9), output_tokens = min(output_tokens + ?5, ?9),
                    turns = min(turns + ?6, ?10)
                WHERE session_number = ?7
                """)
        try statement.execute(arguments: [
            prompt.sequence, outcome.stored, usage.costUSD, usage.inputTokens, usage.outputTokens, usage.turns,
            run.session, AgentUsage.maximumCostUSD, AgentUsage.maximumTokens, AgentUsage.maximumTurns,
        ])
    }
}
