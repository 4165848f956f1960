/// One attempt at what people said in a session, from when it was taken from the queue. Its end leaves a line of the type
/// `attempt` in the transcript, which is a detail of the run and no message.
package struct RunAttempt: ServiceMark, Equatable, Sendable {
    package static let type = "attempt"

    /// Why it began.
    package enum Cause: String, Codable, Sendable, CaseIterable {
        /// Somebody said something.
        case message
        /// Somebody asked for another attempt.
        case retry
        /// The server ended during the attempt before.
        case restart
    }

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case completed, failed
        /// The agent asked something, and goes on when it is answered.
        case waiting
        /// Somebody ended the session.
        case stopped
        /// The server ended.
        case interrupted
    }

    /// Counts up within the session, from 1.
    package let number: Int
    package let cause: Cause
    /// Who asked for another attempt.
    package let actor: String?
    package let outcome: Outcome
    /// Why it ended without being completed, for the person whose session it is.
    package let reason: String?
    package let durationMs: Int
    /// As far as the agent told.
    package let costUsd: Double

    package init(
        number: Int, cause: Cause, actor: String?, outcome: Outcome, reason: String?, durationMs: Int, costUsd: Double
    ) {
        self.number = number
        self.cause = cause
        self.actor = actor
        self.outcome = outcome
        self.reason = reason
        self.durationMs = max(0, durationMs)
        self.costUsd = AgentUsage(costUSD: costUsd).costUSD
    }
}
