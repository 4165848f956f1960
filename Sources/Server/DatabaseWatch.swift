import ServiceLifecycle
import Storage

/// Notices within a second that the database's files are gone, and that a disk has room again.
struct DatabaseWatch: Service {
    let store: DataStore
    var interval: Duration = .seconds(1)

    func run() async {
        await cancelWhenGracefulShutdown {
            repeat { await store.lookAfterDatabase() } while (try? await Task.sleep(for: interval)) != nil
        }
    }
}
