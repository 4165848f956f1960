import Domain
import Logging
import Runs
import Storage

/// Prunes the event log periodically, so that its size stays bounded.
struct EventPruning: PeriodicRemoval {
    let events: EventStore
    let clock: Clock
    let logger: Logger
    var retention = EventRetention.standard
    var interval: Duration = .seconds(600)

    var failure: Logger.Message { "the event log could not be pruned" }

    func removeSome() async throws -> Bool {
        try await events.prune(keeping: retention, at: clock.now())
    }
}
