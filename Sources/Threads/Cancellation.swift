import Synchronization

/// Tells work on a separate thread that its result is no longer needed.
package final class Cancellation: Sendable {
    private let flag = Atomic(false)

    package init() {}

    package var isCancelled: Bool { flag.load(ordering: .relaxed) }

    package func cancel() {
        flag.store(true, ordering: .relaxed)
    }

    /// - Throws: `CancellationError` once the result is no longer needed.
    package func check() throws(CancellationError) {
        if isCancelled { throw CancellationError() }
    }
}

extension WorkerThreads {
    /// Runs work that checks from time to time whether the calling task was cancelled.
    package func runCancellable<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable (Cancellation) throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let cancellation = Cancellation()
        let result: Result<Value, Failure> = await withTaskCancellationHandler {
            await run { Result { () throws(Failure) in try work(cancellation) } }
        } onCancel: {
            cancellation.cancel()
        }
        return try result.get()
    }
}
