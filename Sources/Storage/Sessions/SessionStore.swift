package import Domain
import GRDB

/// Sessions, their transcripts, tasks and pull requests.
package struct SessionStore: Sendable {
    let connections: Connections
    /// Whether the sandbox works on what people say.
    let queuesRuns: Bool

    /// Creates a session, with its first message when the draft has a prompt. Title and preview are final. Without a
    /// repository it gets that of the environment that was chosen.
    ///
    /// - Throws: `DomainError.invalid` naming the environment when it isn't one of the organization's, and naming attachments
    ///   that can't be sent.
    package func create(
        _ draft: SessionDraft, by author: Author, at time: Timestamp, once: IdempotentRequest<Session>?
    ) async throws -> IdempotentResult<Session> {
        // All that needs no database is made before, so that others wait less for the writer.
        let line = draft.prompt.map { TranscriptLine(prompt: $0) }
        var summary = SessionSummary()
        if let line { summary.append(line) }
        let session = Session(draft, id: .make(at: time), by: author, summary, at: time)
        return try await connections.writeContent { [summary] db in
            try db.perform(once, at: time) {
                var (draft, session) = (draft, session)
                if let environment = draft.environment {
                    let repository = try EnvironmentRow.repository(of: environment, in: draft.organizationID, db)
                    draft.repository = draft.repository ?? repository
                    session.repository = draft.repository
                }
                let number = try SessionRow.insert(draft, summary, id: session.id, author: author.id, at: time, db)
                var eventLog = EventLog(session: session.id, organization: draft.organizationID, time: time)
                eventLog.note(.sessionCreated)
                if let line {
                    let entry = try TranscriptEntry.said(
                        line, with: draft.attachments, in: draft.organizationID, by: author.id, to: number,
                        at: summary.lastSequence, time: time, db)
                    try MessageRow.append(entry, sequence: summary.lastSequence, to: number, &eventLog, db)
                    if queuesRuns {
                        try RunRow.queue(number, at: time, &eventLog, db)
                        session.run = SessionRun(stage: .queued, since: time)
                    }
                }
                eventLog.note(.statsChanged)
                try eventLog.write(db)
                return session
            }
        }
    }

    /// Changes what the edit names; an empty edit changes nothing, not even the time of the last change.
    ///
    /// - Parameter actor: who does it, for the reason of a session marked as failed.
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func apply(
        _ edit: SessionEdit, to id: SessionID, of organization: OrganizationID, by actor: String, at time: Timestamp
    ) async throws -> Session {
        try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            record.isEndedByHand = true
            if let title = edit.title {
                record.summary.title = title
                record.summary.titleSource = .given
            }
            if let status = edit.status {
                record.summary.set(status, by: actor)
                if status != .active {
                    try RunRow.abandon(record.number, db)
                    try RequestRow.withdrawAll(of: record.session, number: record.number, at: time, db)
                }
            }
            let isOtherwise = edit.choices.change(record.session)
            if isOtherwise { try SessionRow.set(edit.choices, of: record.number, db) }
            guard record.hasChanges || isOtherwise else { return record.session }
            try record.saveAndLog(at: time, db)
            return try SessionRow.fetch(record.number, db)
        }
    }

    /// Records what became of a session's work. The same pull request reported again is still one, and keeps the time
    /// of its merge unless told another.
    ///
    /// - Parameters:
    ///   - pullRequest: merged without a time, it was merged at `time`.
    ///   - hostUpdatedAt: as of when the host says so, if it is the host who does.
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func report(
        _ pullRequest: PullRequest, asOf hostUpdatedAt: Timestamp? = nil, for id: SessionID,
        of organization: OrganizationID, at time: Timestamp
    ) async throws -> Session {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            let isNew = try !PullRequestRow.exists(pullRequest.url, of: number, db)
            try PullRequestRow.save(pullRequest, asOf: hostUpdatedAt, of: number, in: organization, at: time, db)
            try EventLog.write(.sessionUpdated, .statsChanged, of: id, in: organization, at: time, db)
            if isNew, pullRequest.isOpen {
                try PushOutbox.enqueue(
                    .pullRequestOpened, "Pull request #\(pullRequest.number) is open.", of: number, at: time, db)
            }
            return try SessionRow.fetch(number, db)
        }
    }
}
