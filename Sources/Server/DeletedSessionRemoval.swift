import Logging
import Runs
import ServiceLifecycle
import Storage

/// Removes the remains of deleted sessions, a part at a time: after each deletion, and at the start those that the last
/// server left.
struct DeletedSessionRemoval: NamedService {
    let sessions: SessionStore
    let clock: Clock
    let logger: Logger
    /// How long to wait after a failure.
    var pause: Duration = .seconds(60)

    func run() async {
        await cancelWhenGracefulShutdown {
            // Subscribed before the first removal, so that no deletion is missed.
            let deletions = sessions.deletions.signals()
            await remove()
            for await _ in deletions { await remove() }
        }
    }

    private func remove() async {
        while !Task.isCancelled {
            do {
                guard try await sessions.removeDeleted(at: clock.now()) else { return }
            } catch is CancellationError {
                return
            } catch {
                logger.error("deleted sessions could not be removed completely", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: pause)
            }
        }
    }
}
