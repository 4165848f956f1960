package import Domain
import GRDB

extension SessionStore {
    /// Appends a person's message, which makes the session active again. While the agent waits for an answer, the
    /// message waits for that too, unless it is urgent.
    ///
    /// - Parameters:
    ///   - isUrgent: whether it interrupts the agent's current work, and withdraws the requests that the agent waits
    ///     for.
    ///   - choices: the model, effort and mode from now on.
    /// - Throws: `DomainError.notFound`, `.forbidden`, and `.invalid` naming attachments that can't be sent.
    package func followUp(
        _ prompt: String, attachments: [AttachmentID] = [], isUrgent: Bool = false,
        choices: AgentChoices = AgentChoices(), in id: SessionID, of organization: OrganizationID, by author: UserID,
        at time: Timestamp, once: IdempotentRequest<AppendedMessages>?
    ) async throws -> IdempotentResult<AppendedMessages> {
        let line = TranscriptLine(prompt: prompt)
        return try await append(
            [line], attachments: attachments, to: id, of: organization, author: author, isUrgent: isUrgent,
            choices: choices, at: time,
            once: once)
    }

    /// Appends an agent's lines: all of them or none.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`, `.conflict` for a session that this server's sandbox works on,
    ///   and `.invalid` naming a line that isn't valid JSON.
    package func appendAgentLines(
        _ lines: [TranscriptLine], to id: SessionID, of organization: OrganizationID, at time: Timestamp,
        once: IdempotentRequest<AppendedMessages>?
    ) async throws -> IdempotentResult<AppendedMessages> {
        try await append(lines, to: id, of: organization, author: nil, at: time, once: once)
    }

    private func append(
        _ lines: [TranscriptLine], attachments: [AttachmentID] = [], to id: SessionID, of organization: OrganizationID,
        author: UserID?, isUrgent: Bool = false, choices: AgentChoices = AgentChoices(), at time: Timestamp,
        once: IdempotentRequest<AppendedMessages>?
    ) async throws -> IdempotentResult<AppendedMessages> {
        let entries = lines.map { TranscriptEntry(line: $0, author: author, createdAt: time) }
        return try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            if queuesRuns, author == nil, try RunRow.exists(record.number, db) { throw DomainError.workedOnHere }
            return try db.perform(once, at: time) {
                if choices.change(record.session) { try SessionRow.set(choices, of: record.number, db) }
                var entries = entries
                if let author, let line = lines.last {
                    entries = [
                        try TranscriptEntry.said(
                            line, with: attachments, in: organization, by: author, to: record.number,
                            at: record.summary.lastSequence + 1, time: time, db)
                    ]
                }
                return try append(entries, to: &record, isUrgent: isUrgent, at: time, db)
            }
        }
    }

    /// Appends one author's entries within the caller's transaction. A person's entries make the session active and
    /// queue its run.
    func append(
        _ entries: [TranscriptEntry], to record: inout SessionRecord, isUrgent: Bool = false, at time: Timestamp,
        _ db: Database
    ) throws -> AppendedMessages {
        let isPersons = entries.contains { $0.author != nil }
        var eventLog = EventLog(session: record.session.id, organization: record.session.organizationID, time: time)
        if isPersons { record.summary.resume() }
        try TranscriptEntry.append(entries, to: record.number, &record.summary, &eventLog, db)
        try record.save(at: time, db)
        eventLog.note(.sessionUpdated)
        if isPersons {
            eventLog.note(.statsChanged)
            if queuesRuns {
                try work(on: record, isUrgent: isUrgent, at: time, &eventLog, db)
            }
        }
        try eventLog.write(db)
        return AppendedMessages(
            session: try SessionRow.fetch(record.number, db), lastSequence: record.summary.lastSequence)
    }

    /// Queues the run for the latest message.
    private func work(
        on record: SessionRecord, isUrgent: Bool, at time: Timestamp, _ eventLog: inout EventLog, _ db: Database
    ) throws {
        if isUrgent { try RequestRow.withdrawAll(of: record.number, at: time, &eventLog, db) }
        guard try !RequestRow.isAnyPending(of: record.number, db) else { return }
        try RunRow.queue(record.number, at: time, &eventLog, db)
        if isUrgent { try RunRow.redirect(record.number, to: record.summary.lastSequence, db) }
    }
}

/// A session after messages were appended.
package struct AppendedMessages: Sendable {
    package let session: Session
    package let lastSequence: Int
}

extension DomainError {
    fileprivate static let workedOnHere = DomainError.conflict(
        "This server's own agent works on the session. Other agents can't add to its transcript.")
}
