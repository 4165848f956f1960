package import Domain
import GRDB

extension SessionStore {
    /// Withdraws a person's message that no agent has received. Its sequence number stays unused. Comments on the
    /// changes that it contained become unsent again.
    ///
    /// - Returns: the message's text and files, and the session without it.
    /// - Throws: `DomainError.notFound`, also for a missing message; `.forbidden` for another person's message unless
    ///   `role` is owner; `.conflict` for a message that an agent has received, that interrupts an agent, or that began
    ///   the session.
    package func withdraw(
        _ sequence: Int, of id: SessionID, in organization: OrganizationID, by user: UserID, as role: Role,
        at time: Timestamp
    ) async throws -> WithdrawnMessage {
        try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            guard let message = try MessageRow.message(sequence, of: record.number, db), let author = message.author
            else { throw DomainError.notFound("The session has no message from a person with this number.") }
            guard author.id == user || role == .owner else {
                throw DomainError.forbidden("Only the author of a message or an owner may take it back.")
            }
            try QueuedMessageRow.check(sequence, of: record.number, db)
            try MessageRow.remove(sequence, of: record.number, db)
            let attachments = try AttachmentRow.release(sequence, of: record.number, at: time, db)
            try CommentRow.release(sequence, of: record.number, db)
            try record.summary.withdrawMessage(lastText: MessageRow.lastText(of: record.number, db))
            var eventLog = EventLog(session: id, organization: organization, time: time)
            if try QueuedMessageRow.isNothingLeft(of: record.number, db) {
                // The session is in the state before the message, which needs no notification.
                record.isEndedByHand = true
                let last = try AttemptRow.latest(of: record.number, db).last
                record.summary.end(with: last?.sessionOutcome ?? .completed)
                try RunStore.set(.ended, nil, of: record.number, at: time, db)
            }
            try record.save(at: time, db)
            eventLog.note(.messageWithdrawn, subject: String(sequence))
            eventLog.note(.sessionUpdated)
            eventLog.note(.runUpdated)
            eventLog.note(.statsChanged)
            try eventLog.write(db)
            return WithdrawnMessage(
                text: try message.ownText,
                attachments: attachments, session: try SessionRow.fetch(record.number, db))
        }
    }
}

extension Message {
    /// The text that a person wrote, without the comments on changes, which are unsent drafts again.
    fileprivate var ownText: String {
        get throws {
            if let comments = try LineContent.reading(json)?.comments { return comments.message ?? "" }
            return try TranscriptLine(json: json, number: 1).text ?? ""
        }
    }
}

extension RunAttempt {
    /// The session's outcome after this attempt.
    fileprivate var sessionOutcome: RunOutcome {
        switch outcome {
        case .failed, .stopped: .failed(reason: reason ?? "The agent gave no reason.")
        case .completed, .waiting, .interrupted: .completed
        }
    }
}

/// A withdrawn message, and its session without it.
package struct WithdrawnMessage: Sendable {
    package let text: String
    /// Its author can send them with another message.
    package let attachments: [AttachmentID]
    package let session: Session
}
