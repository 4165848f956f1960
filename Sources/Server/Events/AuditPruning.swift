import Domain
import Logging
import Runs
import Storage

/// Deletes entries of the audit log that are older than the operator keeps them.
struct AuditPruning: PeriodicRemoval {
    let audit: AuditStore
    /// At least 30 days; the database refuses less.
    let age: Duration
    let clock: Clock
    let logger: Logger
    var interval: Duration = .seconds(3600)

    var failure: Logger.Message { "the audit log was not pruned" }

    func removeSome() async throws -> Bool {
        try await audit.prune(before: clock.now() - age)
    }
}
