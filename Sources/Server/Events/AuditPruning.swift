import Domain
import Logging
import Runs
import ServiceLifecycle
import Storage

/// Deletes entries of the audit log that are older than the operator keeps them.
struct AuditPruning: NamedService {
    let audit: AuditStore
    /// At least 30 days; the database refuses less.
    let age: Duration
    let clock: Clock
    let logger: Logger
    var interval: Duration = .seconds(3600)

    func run() async {
        await cancelWhenGracefulShutdown {
            repeat { await prune() } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func prune() async {
        do {
            while try await audit.prune(before: clock.now() - age), !Task.isCancelled {}
        } catch {
            logger.error("the audit log was not pruned", metadata: ["error": "\(error)"])
        }
    }
}
