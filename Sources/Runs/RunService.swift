package import Logging
import ServiceLifecycle
package import Storage

/// Takes runs from the queue, in their order, a few at once.
package struct RunService: Service {
    private let worker: RunWorker
    private let store: DataStore
    private let concurrency: Int
    private let logger: Logger

    package init(
        _ configuration: RunConfiguration, store: DataStore, clock: Clock, publisher: PullRequestPublisher?,
        logger: Logger
    ) {
        worker = RunWorker(
            configuration: configuration, store: store, clock: clock, publisher: publisher, logger: logger)
        self.store = store
        concurrency = configuration.concurrency
        self.logger = logger
    }

    /// Works until it is asked to stop; then the agents are ended, and what they were at goes on with the next start.
    package func run() async throws {
        let interrupted = try await store.runs.requeueInterrupted()
        if interrupted > 0 { logger.info("runs go on that were interrupted", metadata: ["runs": "\(interrupted)"]) }
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<concurrency {
                    group.addTask { await takeRuns() }
                }
            }
        }
    }

    private func takeRuns() async {
        let news = store.runs.news.rings()
        await takeAll()
        for await _ in news { await takeAll() }
    }

    private func takeAll() async {
        while !Task.isCancelled {
            do {
                guard let run = try await store.runs.claim(at: worker.clock.now()) else { return }
                await worker.work(on: run)
            } catch {
                logger.error("no run was taken from the queue", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
            }
        }
    }
}
