import Logging
import Runs
import ServiceLifecycle
import Storage

/// Deletes uploaded files that were not sent within a day, a few at a time.
struct AttachmentSweep: NamedService {
    let attachments: AttachmentStore
    let clock: Clock
    let logger: Logger
    var interval: Duration = .seconds(600)

    func run() async {
        await cancelWhenGracefulShutdown {
            repeat { await sweep() } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func sweep() async {
        do {
            while try await attachments.sweep(at: clock.now()), !Task.isCancelled {}
        } catch {
            logger.error("unused files could not be removed", metadata: ["error": "\(error)"])
        }
    }
}
