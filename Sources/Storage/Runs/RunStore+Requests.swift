package import Domain
import GRDB

/// Agents' requests, for the code that runs agents.
extension RunStore {
    /// Instructions for a running agent, apart from people's messages.
    package struct Instructions: Sendable {
        /// The names of its requests that wait for an answer.
        package let pending: Set<String>
        /// Answered requests whose answers may not have reached an agent.
        package let answered: [AgentRequest]
        package let mode: SessionMode
    }

    /// The current instructions for a run's agent.
    package func instructions(for run: RunNumber) async throws -> Instructions {
        try await connections.readOnCallerThread { db in
            let statement = try db.cachedStatement(sql: "SELECT mode FROM sessions WHERE number = ?")
            return Instructions(
                pending: Set(try RequestRow.pending(of: run.session, db).map(\.asked.name)),
                answered: try RequestRow.undelivered(of: run.session, db),
                mode: try SessionMode.fetchOne(statement, arguments: [run.session]) ?? .auto)
        }
    }

    /// Whether the run waits for an answer to its agent's requests, or has an undelivered one.
    package func isUnsettled(_ run: RunNumber) async throws -> Bool {
        try await connections.read { db in
            try RequestRow.isAnyPending(of: run.session, db) || !RequestRow.undelivered(of: run.session, db).isEmpty
        }
    }

    /// Whether a person wrote a message that is to interrupt the agent's current work.
    package func isRedirected(_ run: RunNumber) async throws -> Bool {
        try await connections.readOnCallerThread { db in
            let statement = try db.cachedStatement(
                sql: "SELECT redirected > answered FROM runs WHERE session_number = ?")
            return try Bool.fetchOne(statement, arguments: [run.session]) ?? false
        }
    }

    /// Appends a message for each answer that no agent has received. To be called while no agent of the run exists and
    /// everything that the last one printed is stored.
    ///
    /// - Returns: whether the run can continue; `false` while a request waits for its answer.
    package func settleRequests(of run: RunNumber, at time: Timestamp) async throws -> Bool {
        try await connections.writeContent { db in
            guard let id = try Self.session(run.session, db) else { return true }
            if try RequestRow.isAnyPending(of: run.session, db) { return false }
            let answered = try RequestRow.undelivered(of: run.session, db)
            guard !answered.isEmpty else { return true }
            var record = try SessionRecord.fetch(id.session, in: id.organization, db)
            var eventLog = EventLog(session: id.session, organization: id.organization, time: time)
            for request in answered {
                guard let answer = request.answer, let person = request.answeredBy else { continue }
                let text = QuotedAnswer.text(of: request.asked, answer)
                let entry = TranscriptEntry(line: TranscriptLine(prompt: text), author: person.id, createdAt: time)
                try TranscriptEntry.append([entry], to: record.number, &record.summary, &eventLog, db)
                try RequestRow.confirm(request.id, db)
            }
            try record.save(at: time, db)
            eventLog.note(.sessionUpdated)
            try eventLog.write(db)
            // The earlier prompts count as answered; messages written meanwhile are delivered with these answers.
            try db.execute(
                sql: "UPDATE runs SET answered = max(answered, ?1) WHERE session_number = ?2",
                arguments: [record.summary.lastSequence - 1, run.session])
            return true
        }
    }

    /// Ends the run for now, because its agent waits for people. If the answers have arrived meanwhile, or a message
    /// that doesn't wait for them, the run goes back to the queue.
    ///
    /// - Parameters:
    ///   - outcome: the run's outcome if it waits for nobody any more.
    ///   - seen: sequence number of the last message that the run processed.
    /// - Returns: `false` when the session is gone.
    package func park(
        _ run: RunNumber, outcome: RunOutcome, seen: Int, note: String?, leftOut: [LeftOutWork] = [], at time: Timestamp
    ) async throws -> Bool {
        let isParked: Bool? = try await connections.writeContent { db in
            guard let id = try Self.session(run.session, db) else { return nil }
            var record = try SessionRecord.fetch(id.session, in: id.organization, db)
            let isPending = try RequestRow.isAnyPending(of: run.session, db)
            let isAnswered = try !RequestRow.undelivered(of: run.session, db).isEmpty
            guard record.summary.status == .active, isPending || isAnswered else { return false }
            try db.execute(
                sql: """
                    UPDATE runs SET queued_at = ?1, answered = max(answered, min(delivered, ?2)) WHERE session_number = ?3
                    """,
                arguments: [time, seen, run.session])
            try AttemptRow.mark(&record, .waiting, reason: "The agent waits for an answer.", at: time, db)
            try AttemptRow.prepare(run.session, for: .message, db)
            try Self.set(isPending ? .ended : .queued, nil, of: run.session, at: time, db)
            try record.saveAndLog(at: time, db)
            return true
        }
        if let isParked, isParked { return true }
        guard isParked != nil else { return false }
        return try await finish(run, with: outcome, seen: seen, note: note, leftOut: leftOut, at: time)
    }
}
