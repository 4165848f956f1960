import NIOPosix

/// Threads for work that computes or blocks for long, apart from the few that Swift's tasks and libdispatch share: what
/// runs here can't keep another task from running.
package final class WorkerThreads: Sendable {
    private let pool: NIOThreadPool

    /// Starts the threads; they end when the last reference goes and the work under way is done.
    ///
    /// - Parameter count: how much can run at once; the rest waits in the order in which it came.
    package init(count: Int = 1) {
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    deinit {
        pool.shutdownGracefully { _ in }
    }

    /// Runs the work on one of the threads. A cancelled task doesn't end it: what may take long looks for that itself.
    package func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            pool.submit { _ in
                continuation.resume(returning: Result { () throws(Failure) in try work() })
            }
        }
        return try result.get()
    }

    /// Has one of the threads do the work, without waiting for it.
    package func start(_ work: @escaping @Sendable () -> Void) {
        pool.submit { _ in work() }
    }
}
