package import Domain
import GRDB

extension SessionStore {
    /// Appends what a person typed, which sets the session to work again.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func followUp(
        _ prompt: String, in id: SessionID, of organization: OrganizationID, by author: UserID, at time: Timestamp,
        once: Once<AppendedMessages>?
    ) async throws -> Performed<AppendedMessages> {
        let line = TranscriptLine(prompt: prompt)
        return try await append([line], to: id, of: organization, author: author, at: time, once: once)
    }

    /// Appends an agent's lines, all of them or none.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`, and `.invalid` naming the line that SQLite finds to be no JSON.
    package func appendAgentLines(
        _ lines: [TranscriptLine], to id: SessionID, of organization: OrganizationID, at time: Timestamp,
        once: Once<AppendedMessages>?
    ) async throws -> Performed<AppendedMessages> {
        try await append(lines, to: id, of: organization, author: nil, at: time, once: once)
    }

    private func append(
        _ lines: [TranscriptLine], to id: SessionID, of organization: OrganizationID, author: UserID?,
        at time: Timestamp,
        once: Once<AppendedMessages>?
    ) async throws -> Performed<AppendedMessages> {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return try db.perform(once, at: time) {
                var summary = try SessionRow.summary(of: number, db)
                let news = EventLog(session: id, organization: organization, time: time)
                if author != nil { summary.resume() }
                let entries = lines.map { TranscriptEntry(line: $0, author: author, createdAt: time) }
                try TranscriptEntry.append(entries, to: number, &summary, news, db)
                try SessionRow.save(summary, of: number, at: time, db)
                try news.append(.sessionUpdated, db)
                if author != nil { try news.append(.statsChanged, db) }
                return AppendedMessages(
                    session: try SessionRow.fetch(number, db), lastSequence: summary.lastSequence)
            }
        }
    }
}

/// A session after messages were appended.
package struct AppendedMessages: Sendable {
    package let session: Session
    package let lastSequence: Int
}
