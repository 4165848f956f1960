/// What Claude Code prints while it waits to call its model again: a `system` line with the subtype `api_retry`.
package struct APIRetry: Equatable, Sendable {
    /// Which try is next, from 1.
    package let attempt: Int
    /// After how many tries it gives up.
    package let limit: Int

    /// - Returns: `nil` for numbers that make no sense, which an agent may print as any others.
    package init?(attempt: Int, limit: Int) {
        guard attempt > 0, limit >= attempt, limit <= 10_000 else { return nil }
        self.attempt = attempt
        self.limit = limit
    }
}
