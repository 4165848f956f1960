package import Domain
import Synchronization

/// How the backups by schedule are doing, for `/readyz` and `/metrics`.
package final class BackupStatus: Sendable {
    private struct State {
        var lastGood: Timestamp?
        var failure: String?
    }

    private let interval: Duration
    private let startedAt: Timestamp
    private let state = Mutex(State())

    /// - Parameters:
    ///   - interval: the time between two backups.
    ///   - startedAt: when the server started, from when a first backup is waited for.
    package init(interval: Duration, startedAt: Timestamp) {
        self.interval = interval
        self.startedAt = startedAt
    }

    /// When the last good backup was made; `nil` if there is none.
    package var lastGood: Timestamp? { state.withLock(\.lastGood) }

    package func noteGood(_ time: Timestamp?) {
        state.withLock { $0.lastGood = time }
    }

    /// Records how the last attempt ended.
    ///
    /// - Parameter failure: the reason; `nil` for a backup that was made.
    package func noteResult(failure: String?) {
        state.withLock { $0.failure = failure }
    }

    var hasFailed: Bool { state.withLock { $0.failure != nil } }

    /// Seconds since the last good backup; infinite if there is none.
    func age(at now: Timestamp) -> Double {
        lastGood.map { Double(max(0, now.milliseconds - $0.milliseconds)) / 1000 } ?? .infinity
    }

    /// A warning when the last good backup is older than two intervals, or there is none and should be.
    package func warning(at now: Timestamp) -> String? {
        let (lastGood, failed) = state.withLock { ($0.lastGood, $0.failure != nil) }
        let isOld = now > (lastGood ?? startedAt) + interval * 2
        guard isOld || (lastGood == nil && failed) else { return nil }
        let last = lastGood.map { "The last good backup is of \($0)" } ?? "There is no good backup"
        return failed ? "\(last), and the last attempt failed. The server's log tells why." : "\(last)."
    }
}
