package import Domain
import GRDB

/// Sessions, their transcripts, tasks and pull requests.
package struct SessionStore: Sendable {
    let connections: Connections
    /// Whether people's messages queue runs in this server's sandbox.
    let queuesRuns: Bool

    /// Creates a session, with its first message if the draft has a prompt. The title and the preview are final. A
    /// session without a repository gets that of the chosen environment.
    ///
    /// - Throws: `DomainError.invalid` naming the environment if it isn't one of the organization's, and naming
    ///   attachments that can't be sent.
    package func create(
        _ draft: SessionDraft, by author: Author, at time: Timestamp, once: IdempotentRequest<Session>?
    ) async throws -> IdempotentResult<Session> {
        // Work that needs no database is done first, so that other changes wait less for the writer.
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

    /// Applies an edit. An empty edit changes nothing, not even the time of the last change.
    ///
    /// - Parameter actor: the name of the person or key, for the reason of a session marked as failed.
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
            let hasSetMore = try SessionRow.set(edit, of: record, db)
            guard record.hasChanges || hasSetMore else { return record.session }
            try record.saveAndLog(at: time, db)
            return try SessionRow.fetch(record.number, db)
        }
    }

    /// Stores a session's pull request. Reporting the same pull request again updates it, and keeps its merge time
    /// unless a new one is given.
    ///
    /// - Parameters:
    ///   - pullRequest: if it is merged without a time, its merge time is `time`.
    ///   - hostUpdatedAt: the time of the state on the host, if the host is the source.
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
