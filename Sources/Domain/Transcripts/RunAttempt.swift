/// One attempt to answer people's messages, which starts when the run is dequeued. When it ends, a line of the type
/// `attempt` is added to the transcript, which is a detail of the run and not a message.
package struct RunAttempt: ServiceMark, Equatable, Sendable {
    package static let type = "attempt"

    /// Why the attempt started.
    package enum Cause: String, Codable, Sendable, CaseIterable {
        /// A person sent a message.
        case message
        /// A person asked for a retry.
        case retry
        /// The server stopped during the previous attempt.
        case restart
        /// The runner was lost during the previous attempt.
        case runner
    }

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case completed, failed
        /// The agent asked something, and continues when it is answered.
        case waiting
        /// A person stopped the session.
        case stopped
        /// The server stopped.
        case interrupted
    }

    /// The number of the attempt in the session, from 1.
    package let number: Int
    package let cause: Cause
    /// The name of the person who asked for the retry.
    package let actor: String?
    package let outcome: Outcome
    /// Why it ended without being completed, as a text for people.
    package let reason: String?
    package let durationMs: Int
    /// In US dollars, as reported by the agent.
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
