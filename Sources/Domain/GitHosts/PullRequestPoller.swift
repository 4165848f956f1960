/// Asks a host for the state of pull requests.
package struct PullRequestPoller: Sendable {
    /// The time in which every open pull request is polled once.
    package let interval: Duration
    /// Polls one pull request. Given the ETag of the last answer, the host may answer that nothing has changed. Throws
    /// `GitHostFailure`.
    package let ask: @Sendable (PullRequestURL, _ etag: String?) async throws -> PullRequestAnswer

    package init(
        interval: Duration,
        ask: @escaping @Sendable (PullRequestURL, _ etag: String?) async throws -> PullRequestAnswer
    ) {
        self.interval = interval
        self.ask = ask
    }
}

/// A host's answer to a poll of a pull request.
package enum PullRequestAnswer: Equatable, Sendable {
    case changed(PullRequestUpdate, etag: String?)
    case notModified
    /// The pull request doesn't exist, or the credential gives no access to it.
    case gone
}
