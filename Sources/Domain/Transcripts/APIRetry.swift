/// The line that Claude Code prints before it retries a call of its model: a `system` line with the subtype
/// `api_retry`.
package struct APIRetry: Equatable, Sendable {
    /// The number of the next attempt, from 1.
    package let attempt: Int
    /// The maximum number of attempts.
    package let limit: Int

    /// - Returns: `nil` for implausible numbers: an agent may print anything.
    package init?(attempt: Int, limit: Int) {
        guard attempt > 0, limit >= attempt, limit <= 10_000 else { return nil }
        self.attempt = attempt
        self.limit = limit
    }
}
