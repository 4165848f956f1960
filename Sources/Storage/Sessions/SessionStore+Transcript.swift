package import Domain
import GRDB

extension SessionStore {
    /// Appends what a person typed, which sets the session to work again.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func followUp(
        _ prompt: String, in id: SessionID, of organization: OrganizationID, by author: UserID, at time: Timestamp
    ) async throws -> (session: Session, lastSequence: Int) {
        try await appendMessages([TranscriptLine(prompt: prompt)], to: id, of: organization, author: author, at: time)
    }

    /// Appends an agent's lines, all of them or none.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`, and `.invalid` naming the line that SQLite finds to be no JSON.
    package func appendAgentLines(
        _ lines: [TranscriptLine], to id: SessionID, of organization: OrganizationID, at time: Timestamp
    ) async throws -> (session: Session, lastSequence: Int) {
        try await appendMessages(lines, to: id, of: organization, author: nil, at: time)
    }

    private func appendMessages(
        _ lines: [TranscriptLine], to id: SessionID, of organization: OrganizationID, author: UserID?,
        at time: Timestamp
    ) async throws -> (session: Session, lastSequence: Int) {
        try await connections.write { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            var summary = try SessionRow.summary(of: number, db)
            let news = EventLog(session: id, organization: organization, time: time)
            if author != nil { summary.resume() }
            let entries = lines.map { TranscriptEntry(line: $0, author: author, createdAt: time) }
            try TranscriptEntry.append(entries, to: number, &summary, news, db)
            try SessionRow.save(summary, of: number, at: time, db)
            try news.append(.sessionUpdated, db)
            if author != nil { try news.append(.statsChanged, db) }
            return (try SessionRow.fetch(number, db), summary.lastSequence)
        }
    }
}
