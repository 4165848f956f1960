import Domain
import Logging
import Runs
import ServiceLifecycle
import Storage

/// Prunes the event log periodically, so that its size stays bounded.
struct EventPruning: NamedService {
    let events: EventStore
    let clock: Clock
    let logger: Logger
    var retention = EventRetention.standard
    var interval: Duration = .seconds(600)

    func run() async {
        await cancelWhenGracefulShutdown {
            repeat { await prune() } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func prune() async {
        do {
            while try await events.prune(keeping: retention, at: clock.now()), !Task.isCancelled {}
        } catch {
            logger.error("the event log could not be pruned", metadata: ["error": "\(error)"])
        }
    }
}
