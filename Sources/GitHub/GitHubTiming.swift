/// How patient a client is.
package struct GitHubTiming: Sendable {
    /// How long a request may take with all of its answer.
    package var timeout: Duration
    /// How often something is asked in all when GitHub doesn't answer, or not yet.
    package var attempts: Int
    /// Between the first two attempts; each further pause is twice as long.
    package var firstPause: Duration
    /// Who is to wait longer, because the hour's requests are used up, is told so instead.
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

    /// Makes the attempt again, after a pause, as long as that may help.
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
