package import Domain
import GRDB

extension SessionStore {
    /// How many of a session's latest requests are returned.
    private static let shownRequests = 200

    /// The latest requests of a session's agents, oldest first.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func requests(of id: SessionID, in organization: OrganizationID) async throws -> [AgentRequest] {
        try await connections.read { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return try RequestRow.all(of: number, limit: Self.shownRequests, db)
        }
    }

    /// Stores a person's answer to a request. If the agent is running, its runner delivers the answer; otherwise the
    /// run is queued once no request is pending.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`; `.conflict` when the request was answered or withdrawn before,
    ///   or the session isn't active; `.invalid` naming what is missing or doesn't fit.
    package func answer(
        _ request: RequestID, of id: SessionID, in organization: OrganizationID, with answer: RequestAnswer,
        by person: Author, at time: Timestamp, once: IdempotentRequest<AnsweredRequest>?
    ) async throws -> IdempotentResult<AnsweredRequest> {
        try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            return try db.perform(once, at: time) {
                guard let asked = try RequestRow.fetch(request, of: record.number, db) else {
                    throw DomainError.noSuchRequest
                }
                try Self.checkOpen(asked, record.session)
                try answer.check(for: asked.asked)
                var eventLog = EventLog(session: id, organization: organization, time: time)
                let mark = TranscriptEntry(
                    line: try AnswerMark(asked, answer, by: person.name).line, author: nil, createdAt: time)
                try TranscriptEntry.append([mark], to: record.number, &record.summary, &eventLog, db)
                try record.save(at: time, db)
                try RequestRow.answer(request, of: record.number, with: answer, by: person.id, at: time, &eventLog, db)
                if answer.decision == .approve, record.session.mode == .plan {
                    try SessionRow.set(AgentChoices(mode: .auto), of: record.number, db)
                }
                if queuesRuns, try !RequestRow.isAnyPending(of: record.number, db) {
                    try RunRow.queue(record.number, at: time, &eventLog, db)
                }
                try eventLog.write(db)
                guard let answered = try RequestRow.fetch(request, of: record.number, db) else {
                    throw DomainError.noSuchRequest
                }
                return AnsweredRequest(session: try SessionRow.fetch(record.number, db), request: answered)
            }
        }
    }

    /// Makes a session wait for people as if its agent had asked and ended; for demo data.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func pretend(
        _ asked: AskedRequest, in id: SessionID, of organization: OrganizationID, at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            try RunRow.pretend(number, isAnswered: false, at: time, db)
            var eventLog = EventLog(session: id, organization: organization, time: time)
            try RequestRow.insert(asked, of: number, at: time, &eventLog, db)
            try eventLog.write(db)
        }
    }

    /// Gives a session changes as if an agent of this server had made them; for demo data.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func pretend(
        _ changes: SessionChanges, in id: SessionID, of organization: OrganizationID, at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            try RunRow.pretend(number, isAnswered: true, at: time, db)
            try RunStore.write(changes, since: nil, of: number, db)
        }
    }

    private static func checkOpen(_ request: AgentRequest, _ session: Session) throws {
        switch request.state {
        case .pending: break
        case .answered:
            let (who, time) = (request.answeredBy?.name ?? "Someone", request.endedAt ?? request.askedAt)
            throw DomainError.conflict("\(who) already answered this, at \(time).")
        case .withdrawn:
            throw DomainError.conflict("The agent is no longer waiting for this answer.")
        }
        guard session.status == .active else {
            throw DomainError.conflict("The session isn't active, so no agent is waiting for the answer.")
        }
    }
}

/// A request and its session, after the answer.
package struct AnsweredRequest: Sendable {
    package let session: Session
    package let request: AgentRequest
}
