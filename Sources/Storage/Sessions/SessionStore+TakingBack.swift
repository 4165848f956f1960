package import Domain
import GRDB

extension SessionStore {
    /// Takes back what a person said and no agent was told. Its number stays unused. Comments on the changes that it was
    /// made of are drafts again.
    ///
    /// - Returns: the text, the files, and the session without it.
    /// - Throws: `DomainError.notFound` also for a message that isn't there, `.forbidden` for one of somebody else unless
    ///   an owner asks; `.conflict` for what an agent was told, interrupts one, or began the session.
    package func takeBack(
        _ sequence: Int, of id: SessionID, in organization: OrganizationID, by user: UserID, as role: Role,
        at time: Timestamp
    ) async throws -> TakenBackMessage {
        try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            guard let message = try MessageRow.message(sequence, of: record.number, db), let author = message.author
            else { throw DomainError.notFound("There is no message of a person with this number.") }
            guard author.id == user || role == .owner else {
                throw DomainError.forbidden("A message is taken back by who wrote it or by an owner.")
            }
            try QueuedMessageRow.check(sequence, of: record.number, db)
            try MessageRow.remove(sequence, of: record.number, db)
            let attachments = try AttachmentRow.release(sequence, of: record.number, at: time, db)
            try CommentRow.release(sequence, of: record.number, db)
            try record.summary.takeBack(lastText: MessageRow.lastText(of: record.number, db))
            var eventLog = EventLog(session: id, organization: organization, time: time)
            if try QueuedMessageRow.isNothingLeft(of: record.number, db) {
                // The session is as it was before the message, and nobody need be told of that.
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
            return TakenBackMessage(
                text: try message.ownText,
                attachments: attachments, session: try SessionRow.fetch(record.number, db))
        }
    }
}

extension Message {
    /// What a person wrote in it, apart from comments on the changes, which are drafts of their own again.
    fileprivate var ownText: String {
        get throws {
            if let comments = try LineContent.reading(json)?.comments { return comments.message ?? "" }
            return try TranscriptLine(json: json, number: 1).text ?? ""
        }
    }
}

extension RunAttempt {
    /// What the session came to by it.
    fileprivate var sessionOutcome: RunOutcome {
        switch outcome {
        case .failed, .stopped: .failed(reason: reason ?? "The agent gave no reason.")
        case .completed, .waiting, .interrupted: .completed
        }
    }
}

/// A message that was taken back, and its session without it.
package struct TakenBackMessage: Sendable {
    package let text: String
    /// Its author may send them with another one.
    package let attachments: [AttachmentID]
    package let session: Session
}
