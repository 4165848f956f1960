import Logging
import Runs
import Storage

/// Deletes uploaded files that were not sent within a day, a few at a time.
struct AttachmentSweep: PeriodicRemoval {
    let attachments: AttachmentStore
    let clock: Clock
    let logger: Logger
    var interval: Duration = .seconds(600)

    var failure: Logger.Message { "unused files could not be removed" }

    func removeSome() async throws -> Bool {
        try await attachments.sweep(at: clock.now())
    }
}
