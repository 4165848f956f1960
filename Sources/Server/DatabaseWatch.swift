import Runs
import ServiceLifecycle
import Storage

/// Checks once a second whether the database's files still exist, and whether a full disk has space again.
struct DatabaseWatch: NamedService {
    let store: DataStore
    var interval: Duration = .seconds(1)

    func run() async {
        await cancelWhenGracefulShutdown {
            repeat { await store.maintainDatabase() } while (try? await Task.sleep(for: interval)) != nil
        }
    }
}
