import Logging
import NIOCore
import NIOPosix
import Runs
import ServiceLifecycle
import Storage

/// Tells the service manager that the service is alive, as long as its event loops and the writer of its database
/// respond. The manager kills and restarts a service that no longer does.
///
/// A full disk, a failed sync and lost files end no watch, although changes are not stored then: a restart doesn't
/// help against the first, and could lose what the open files still have.
struct ServiceWatchdog: NamedService {
    let manager: ServiceManager
    /// The manager's limit; it gets four reports in this time.
    let time: Duration
    let store: DataStore
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            repeat {
                await waitForResponses()
                manager.report(.alive, logger: logger)
            } while (try? await Task.sleep(for: time / 4)) != nil
        }
    }

    private func waitForResponses() async {
        for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() {
            try? await loop.submit {}.get()
        }
        await store.waitForWriter()
    }
}
