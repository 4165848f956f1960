import Logging
import Runs
import Storage

/// Deletes the sessions of browsers that have expired.
struct BrowserSessionRemoval: PeriodicRemoval {
    let browserSessions: BrowserSessionStore
    let clock: Clock
    let logger: Logger
    var interval: Duration = .seconds(3600)

    var failure: Logger.Message { "expired sign-ins could not be removed" }

    func removeSome() async throws -> Bool {
        try await browserSessions.removeExpired(at: clock.now())
    }
}
