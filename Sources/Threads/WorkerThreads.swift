import NIOPosix

/// Threads for work that computes or blocks for a long time. They are separate from the shared threads of Swift's tasks
/// and libdispatch, so that the work cannot block other tasks.
package final class WorkerThreads: Sendable {
    private let pool: NIOThreadPool
    private let priority: ThreadPriority

    /// Starts the threads. They end after the last reference is gone and running work is done.
    ///
    /// - Parameter count: how many pieces of work run at once; others wait in order.
    package init(count: Int = 1, priority: ThreadPriority = .normal) {
        self.priority = priority
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    deinit {
        pool.shutdownGracefully { _ in }
    }

    /// Runs the work on one of the threads. Cancelling the task does not stop it; use `runCancellable` for long work.
    package func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            start { continuation.resume(returning: Result { () throws(Failure) in try work() }) }
        }
        return try result.get()
    }

    /// Runs the work on one of the threads, without waiting for it.
    package func start(_ work: @escaping @Sendable () -> Void) {
        let priority = priority
        pool.submit { _ in
            // The pool can't prepare its threads.
            priority.apply()
            work()
        }
    }
}
