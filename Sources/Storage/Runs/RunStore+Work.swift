package import Domain
import GRDB

/// What the agent does.
extension RunStore {
    static let sessionWithBranch = """
        SELECT 1 FROM sessions s
        CROSS JOIN sessions o ON o.repository_host = s.repository_host AND o.repository_owner = s.repository_owner
            AND o.repository_name = s.repository_name AND o.branch = ?2
        CROSS JOIN runs r ON r.session_number = o.number
        WHERE s.number = ?1 AND o.number <> ?1 LIMIT 1
        """

    /// Gives the run's session a branch of its repository.
    ///
    /// - Returns: `false` when another session's workspace has it already, even if it was never pushed.
    package func takeBranch(_ branch: BranchName, for run: RunNumber, at time: Timestamp) async throws -> Bool {
        try await connections.writeContent { db in
            let sql = Self.sessionWithBranch
            let isTaken = try Int.fetchOne(db, sql: sql, arguments: [run.session, branch.description]) != nil
            guard !isTaken else { return false }
            try db.execute(
                sql: "UPDATE sessions SET branch = ?, updated_at = max(updated_at, ?) WHERE number = ?",
                arguments: [branch.description, time, run.session])
            try Self.tell(.sessionUpdated, of: run.session, at: time, db)
            return true
        }
    }

    /// The repository hasn't the branch that the session was to begin at, and its work begins at another.
    package func setBaseBranch(_ branch: BranchName, of run: RunNumber, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE sessions SET base_branch = ?, updated_at = max(updated_at, ?) WHERE number = ?",
                arguments: [branch.description, time, run.session])
            try Self.tell(.sessionUpdated, of: run.session, at: time, db)
        }
    }

    /// What an agent that begins a new conversation should know of the earlier one; `nil` when there was none.
    package func account(of run: RunNumber, before prompt: RunPrompt) async throws -> String? {
        try await connections.read { db in
            try RunRow.account(of: run.session, before: prompt.sequence, limit: 65_536, db)
        }
    }

    /// There is a workspace, in which an agent can begin.
    ///
    /// - Parameter isNew: whether the work begins anew, so that nothing of earlier workspaces is brought back any more.
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
                UPDATE runs SET base_commit = ?, former = s.pull_request
                FROM sessions s WHERE s.number = session_number AND session_number = ?
                """
            try db.execute(sql: sql, arguments: [baseCommit, run.session])
        }
    }

    /// The workspace is about to be made anew: there is none until that is done, and `begin` was called.
    package func forgetWorkspace(of run: RunNumber) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE runs SET base_commit = NULL WHERE session_number = ?", arguments: [run.session])
        }
    }

    /// An agent is about to be started, with an output of its own.
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

    /// The agent is about to get what somebody said.
    ///
    /// - Returns: what it is to get: the same, unless that was taken back meanwhile, with what people have chosen for it;
    ///   `nil` when nothing is left.
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
                    UPDATE runs SET heard_after = min(answered, heard), heard = ?1,
                        heard_at = (SELECT last_sequence FROM sessions WHERE number = ?2)
                    WHERE session_number = ?2 AND heard < ?1
                    """,
                arguments: [prompt.sequence, run.session])
            try Self.tell(.runUpdated, of: run.session, at: time, db)
            let session = try SessionRow.fetch(run.session, db)
            return DeliveredPrompt(prompt: prompt, model: session.model, effort: session.effort)
        }
    }

    /// Stores lines that the agent printed, and how far its output is stored: all of it, or nothing. A `result` answers
    /// what the agent was given, and is the last of the lines.
    ///
    /// - Parameters:
    ///   - control: what the agent said between them that is no part of the transcript.
    ///   - confirmed: requests whose answers the agent has, as its `result` shows.
    /// - Returns: of a `result`, what people have said that isn't answered then; `nil` when the session is gone.
    /// - Throws: `DomainError.invalid` when a line can't be stored, however often that is tried.
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

    /// What SQLite answers when it is the line that is at fault.
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
            // How the session ends is decided when its work is saved, and by people who stop it.
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

    /// - Parameter isWanted: whether the session is to be worked on, so that its agent's requests are for people to see.
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

    /// Notes whether the agent waits to call its model again, as the latest line that says something of that tells.
    ///
    /// - Returns: whether that is new.
    private static func set(_ line: TranscriptLine?, of run: RunNumber, _ db: Database) throws -> Bool {
        guard let line else { return false }
        let statement = try db.cachedStatement(
            sql: """
                UPDATE runs SET retry_attempt = ?1, retry_limit = ?2 WHERE session_number = ?3 AND retry_attempt IS NOT ?1
                """)
        try statement.execute(arguments: [line.retry?.attempt, line.retry?.limit, run.session])
        return db.changesCount > 0
    }

    /// Passes over output that isn't part of the transcript.
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
        // Tokens and turns are told of the turn alone, the cost of all the process's turns so far.
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
