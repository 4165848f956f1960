package import Domain
import GRDB

extension SessionStore {
    /// Queues the sandbox to try again a session that failed, was stopped, or has undelivered messages, with the work
    /// and the conversation so far.
    ///
    /// - Parameter actor: the name of the person or key that asks for it.
    /// - Throws: `DomainError.notFound`, `.forbidden`; `.conflict` when there is nothing to try again, or it isn't
    ///   possible; `.invalid` naming a field that doesn't fit the session.
    package func retry(
        _ id: SessionID, of organization: OrganizationID, with draft: RetryDraft, by actor: String, at time: Timestamp,
        once: IdempotentRequest<Session>?
    ) async throws -> IdempotentResult<Session> {
        try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            return try db.perform(once, at: time) {
                guard queuesRuns else { throw DomainError.conflict("No agent runs on this server.") }
                guard record.session.archivedAt == nil else {
                    throw DomainError.conflict("The session is archived. Unarchive it first.")
                }
                guard let run = try RunRow.fetch(record.number, db) else {
                    throw DomainError.conflict("No agent of this server has worked on the session.")
                }
                guard run.stage == .ended else {
                    throw DomainError.conflict("An agent is working on the session. Wait for it to finish, or stop it.")
                }
                guard record.session.status != .completed || !run.undelivered.isEmpty else {
                    throw DomainError.conflict("The session is completed. Send a message to continue.")
                }
                try draft.apply(to: record, db)
                try RunRow.reopen(record.number, db)
                record.summary.resume()
                try record.save(at: time, db)
                var eventLog = EventLog(session: id, organization: organization, time: time)
                eventLog.note(.sessionUpdated)
                try RunRow.queue(record.number, at: time, &eventLog, db)
                try AttemptRow.prepare(record.number, for: .retry, by: actor, db)
                try eventLog.write(db)
                return try SessionRow.fetch(record.number, db)
            }
        }
    }
}

extension RetryDraft {
    fileprivate func apply(to record: SessionRecord, _ db: Database) throws {
        if let environment {
            _ = try EnvironmentRow.repository(of: environment, in: record.session.organizationID, db)
            try db.execute(
                sql: "UPDATE sessions SET environment_id = ? WHERE number = ?", arguments: [environment, record.number])
        }
        if let model { try SessionRow.set(AgentChoices(model: model), of: record.number, db) }
        guard let baseBranch else { return }
        guard let repository = record.session.repository else {
            let field = FieldError("baseBranch", "needs a repository, and the session has none")
            throw DomainError.invalid(fields: [field])
        }
        guard baseBranch != repository.baseBranch else { return }
        try move(record, to: baseBranch, db)
    }

    /// The workspace is recreated on the other base branch with the changes so far, and gets a new branch: commits
    /// pushed before don't descend from the new base.
    private func move(_ record: SessionRecord, to base: BranchName, _ db: Database) throws {
        if record.session.pullRequest?.isOpen == true {
            throw DomainError.conflict(
                "The session has an open pull request against its base branch. Merge or close it first.")
        }
        let isCut = try Bool.fetchOne(
            db, sql: "SELECT is_cut FROM changes WHERE session_number = ?", arguments: [record.number])
        guard isCut != true else {
            throw DomainError.conflict("The session's changes are too large to move to another branch.")
        }
        try db.execute(
            sql: "UPDATE sessions SET base_branch = ?, branch = NULL WHERE number = ?",
            arguments: [base.description, record.number])
        try SearchIndex.indexSession(record.number, db)
        try db.execute(sql: "UPDATE runs SET base_commit = NULL WHERE session_number = ?", arguments: [record.number])
    }
}
