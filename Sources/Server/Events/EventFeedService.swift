import Logging
import Runs
import ServiceLifecycle
import Web

/// Runs the feed of the event streams while the server runs.
struct EventFeedService: NamedService {
    let feed: EventFeed
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown { await feed.run(logger: logger) }
    }
}
