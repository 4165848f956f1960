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

    /// There is a workspace, in which an agent can begin.
    package func begin(_ run: RunNumber, at baseCommit: String) async throws {
        try await connections.writeContent { db in
            let sql = """
                UPDATE runs SET base_commit = ?, former = s.pull_request
                FROM sessions s WHERE s.number = session_number AND session_number = ?
                """
            try db.execute(sql: sql, arguments: [baseCommit, run.session])
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
    package func deliver(_ prompt: RunPrompt, to run: RunNumber) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE runs SET delivered = max(delivered, ?) WHERE session_number = ?",
                arguments: [prompt.sequence, run.session])
        }
    }

    /// Stores a line that the agent printed, and how far its output is stored. A `result` answers what it was given.
    ///
    /// - Returns: of a `result`, what people have said that isn't answered then; `nil` when the session is gone.
    package func append(
        _ line: TranscriptLine, of run: RunNumber, answering prompt: RunPrompt, upTo offset: Int, at time: Timestamp
    ) async throws -> [RunPrompt]? {
        try await connections.writeContent { db in
            guard let id = try Self.session(run.session, db) else { return nil }
            var record = try SessionRecord.fetch(id.session, in: id.organization, db)
            let before = record.summary
            let entry = TranscriptEntry(line: line, author: nil, createdAt: time)
            var news = EventLog(session: id.session, organization: id.organization, time: time)
            try TranscriptEntry.append([entry], to: record.number, &record.summary, &news, db)
            // How the session ends is decided when its work is saved, and by people who stop it.
            (record.summary.status, record.summary.failure) = (before.status, before.failure)
            try record.save(at: time, db)
            news.note(.sessionUpdated)
            if let agent = line.origin.sessionID { try SessionRow.setAgentSession(agent, of: run.session, db) }
            try Self.setOffset(offset, of: run, db)
            if let outcome = line.outcome {
                try Self.answer(prompt, of: run, with: outcome, usage: line.usage ?? AgentUsage(), db)
                news.note(.runUpdated)
            }
            try news.write(db)
            return line.outcome == nil ? nil : try RunRow.prompts(of: run.session, db)
        }
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
                UPDATE runs SET delivered = max(delivered, ?1), answered = max(answered, ?1), outcome = ?2,
                    cost_usd = cost_usd + max(0, ?3 - process_cost_usd), process_cost_usd = ?3,
                    input_tokens = input_tokens + ?4, output_tokens = output_tokens + ?5, turns = turns + ?6
                WHERE session_number = ?7
                """)
        try statement.execute(arguments: [
            prompt.sequence, outcome.stored, usage.costUSD, usage.inputTokens, usage.outputTokens, usage.turns,
            run.session,
        ])
    }
}
