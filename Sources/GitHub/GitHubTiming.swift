/// The timeouts and retries of a client.
package struct GitHubTiming: Sendable {
    /// Timeout of one request with its whole response.
    package var timeout: Duration
    /// Maximum number of attempts when GitHub doesn't answer, or not yet.
    package var attempts: Int
    /// The pause before the second attempt; each further pause is twice as long.
    package var firstPause: Duration
    /// If the rate limit requires a longer wait than this, the error is thrown instead.
    package var longestPause: Duration

    package init(
        timeout: Duration = .seconds(20), attempts: Int = 4, firstPause: Duration = .seconds(1),
        longestPause: Duration = .seconds(60)
    ) {
        self.timeout = timeout
        self.attempts = attempts
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    /// Runs the attempt, and retries it after a pause as long as that may help.
    ///
    /// - Throws: the last attempt's error, or the first one that a retry can't solve.
    func retrying<Value>(_ attempt: () async throws -> Value) async throws -> Value {
        var pause = firstPause
        for _ in 1..<max(1, attempts) {
            do {
                return try await attempt()
            } catch let error as GitHubError {
                guard let wait = error.wait(atLeast: pause, from: .now), wait <= longestPause else { throw error }
                try await Task.sleep(for: wait)
                pause *= 2
            }
        }
        return try await attempt()
    }
}
