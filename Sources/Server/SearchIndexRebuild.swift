import Logging
import Runs
import ServiceLifecycle
import Storage

/// Reindexes titles and messages after a change of the text folding, a part at a time, with pauses in which others can
/// write.
struct SearchIndexRebuild: NamedService {
    let sessions: SessionStore
    let logger: Logger
    /// How long to wait after each part.
    var pauseBetweenParts: Duration = .milliseconds(20)
    /// How long to wait after a failure.
    var pause: Duration = .seconds(60)

    func run() async {
        await cancelWhenGracefulShutdown {
            var hasBegun = false
            while !Task.isCancelled {
                do {
                    guard try await !sessions.isSearchIndexComplete() else { break }
                    if !hasBegun { logger.notice("the search index is being rebuilt") }
                    hasBegun = true
                    try await sessions.rebuildSearchIndex()
                    try? await Task.sleep(for: pauseBetweenParts)
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("the search index could not be rebuilt completely", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: pause)
                }
            }
            if hasBegun, !Task.isCancelled { logger.notice("the search index is rebuilt") }
            try? await gracefulShutdown()
        }
    }
}
