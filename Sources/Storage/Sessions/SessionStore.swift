package import Domain
import GRDB

/// Sessions, their transcripts, tasks and pull requests.
package struct SessionStore: Sendable {
    let connections: Connections

    /// Creates a session, with its first message when the draft has a prompt. Title and preview are final.
    package func create(
        _ draft: SessionDraft, by author: Author, at time: Timestamp, once: Once<Session>?
    ) async throws -> Performed<Session> {
        try await connections.writeContent { db in
            try db.perform(once, at: time) { try insert(draft, by: author, at: time, db) }
        }
    }

    private func insert(_ draft: SessionDraft, by author: Author, at time: Timestamp, _ db: Database) throws -> Session
    {
        let id = SessionID.make(at: time)
        let number = try SessionRow.insert(draft, id: id, author: author.id, at: time, db)
        let news = EventLog(session: id, organization: draft.organizationID, time: time)
        try news.append(.sessionCreated, db)
        var summary = SessionSummary()
        if let prompt = draft.prompt {
            let line = TranscriptLine(prompt: prompt)
            let entry = TranscriptEntry(line: line, author: author.id, createdAt: time)
            try TranscriptEntry.append([entry], to: number, &summary, news, db)
        }
        try SessionRow.save(summary, of: number, at: time, db)
        try news.append(.statsChanged, db)
        return try SessionRow.fetch(number, db)
    }

    /// Changes what the edit names; an empty edit changes nothing, not even the time of the last change.
    ///
    /// - Parameter actor: who does it, for the reason of a session marked as failed.
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func apply(
        _ edit: SessionEdit, to id: SessionID, of organization: OrganizationID, by actor: String, at time: Timestamp
    ) async throws -> Session {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            let before = try SessionRow.summary(of: number, db)
            var summary = before
            if let title = edit.title {
                summary.title = title
                summary.titleSource = .given
            }
            if let status = edit.status { summary.set(status, by: actor) }
            if summary != before {
                try SessionRow.save(summary, of: number, at: time, db)
                let news = EventLog(session: id, organization: organization, time: time)
                try news.append(.sessionUpdated, db)
            }
            return try SessionRow.fetch(number, db)
        }
    }

    /// Records what became of a session's work. The same pull request reported again is still one, and keeps the time
    /// of its merge unless told another.
    ///
    /// - Parameter mergedAt: when it was merged, if it was and that is known; otherwise `time` counts.
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func report(
        _ pullRequest: PullRequest, for id: SessionID, of organization: OrganizationID, at time: Timestamp
    ) async throws -> Session {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            try PullRequestRow.save(pullRequest, of: number, in: organization, at: time, db)
            let news = EventLog(session: id, organization: organization, time: time)
            try news.append(.sessionUpdated, db)
            try news.append(.statsChanged, db)
            return try SessionRow.fetch(number, db)
        }
    }
}
