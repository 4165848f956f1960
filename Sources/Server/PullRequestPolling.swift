import Domain
import Logging
import Runs
import ServiceLifecycle
import Storage

/// Polls a git host for the state of pull requests that may still be merged, for servers that webhooks can't reach and for
/// lost deliveries.
struct PullRequestPolling: NamedService {
    let sessions: SessionStore
    let poller: PullRequestPoller
    let host: String
    let clock: Clock
    let logger: Logger
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    private static let longestPause: Duration = .seconds(3600)

    /// The time in which every pull request is polled once, evenly spaced. At most one per second: if there are more
    /// pull requests than seconds, the rest follow in the next interval, because GitHub allows 5,000 requests an hour.
    private var interval: Duration { poller.interval }

    func run() async {
        await cancelWhenGracefulShutdown {
            var failures = 0
            while !Task.isCancelled {
                do {
                    try await sleep(try await askAll(&failures))
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("pull requests can't be polled", metadata: ["error": "\(error)"])
                    try? await sleep(interval)
                }
            }
        }
    }

    /// Polls each pull request once, or until the host doesn't answer.
    ///
    /// - Parameter failures: number of failures since the last success.
    /// - Returns: how long to wait before the next poll.
    private func askAll(_ failures: inout Int) async throws -> Duration {
        let limit = max(1, Int(interval.components.seconds))
        let watched = try await sessions.pullRequestsToAsk(of: host, limit: limit)
        let pause = interval / max(1, watched.count)
        for (index, known) in watched.enumerated() {
            if index > 0 { try await sleep(pause) }
            do {
                try await ask(about: known)
            } catch let failure as GitHostFailure {
                failures += 1
                if failures == 1 {
                    logger.warning("pull requests can't be polled", metadata: ["error": "\(failure.reason)"])
                }
                return min(interval * (1 << min(failures, 12)), max(interval, Self.longestPause))
            }
            if failures > 0 { logger.notice("pull requests are polled again") }
            failures = 0
        }
        return pause
    }

    private func ask(about watched: WatchedPullRequest) async throws {
        func record(_ etag: String?) async throws {
            try await sessions.recordAnswer(etag: etag, of: watched.url, at: clock.now())
        }
        do {
            switch try await poller.ask(watched.url, watched.etag) {
            case .changed(let update, let etag):
                try await sessions.apply(update, of: watched.url, at: clock.now())
                try await record(etag)
            case .notModified: try await record(watched.etag)
            case .gone: try await record(nil)
            }
        } catch let error as GitHostFailure {
            // Recorded as polled, so that the others come first before it is retried.
            try await record(watched.etag)
            throw error
        }
    }
}
