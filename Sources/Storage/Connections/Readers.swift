import CoreMetrics
import Dispatch
import GRDB
import Synchronization

/// Runs queries on the pool's readers, as many at once as there are readers and else in the order in which they come.
///
/// A query changes threads twice, to a reader and back, where the pool's own asynchronous access changes them four times
/// more, at a cost that is half of a whole small answer's.
final class Readers: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var runningCount = 0
    }

    private let pool: DatabasePool
    private let queue = DispatchQueue(label: "lodestone.readers", attributes: .concurrent)
    private let state = Mutex(State())
    private let times: Timer

    /// - Parameter times: gets how long each query held its transaction.
    init(pool: DatabasePool, times: Timer) {
        self.pool = pool
        self.times = times
    }

    func read<Value: Sendable>(_ query: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enqueue {
                continuation.resume(with: Result { try self.perform(query) })
            }
        }
    }

    private func enqueue(_ job: @escaping @Sendable () -> Void) {
        let mustStart = state.withLock { state in
            state.waiting.append(job)
            guard state.runningCount < pool.configuration.maximumReaderCount else { return false }
            state.runningCount += 1
            return true
        }
        if mustStart { queue.async { self.run() } }
    }

    private func run() {
        while let job = takeWaiting() { job() }
    }

    private func takeWaiting() -> (@Sendable () -> Void)? {
        state.withLock { state in
            if state.waiting.isEmpty { state.runningCount -= 1 }
            return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
    }

    private func perform<Value>(_ query: (Database) throws -> Value) throws -> Value {
        try pool.read { db in
            let start = ContinuousClock.now
            defer { times.recordNanoseconds(Int64((ContinuousClock.now - start) / .nanoseconds(1))) }
            return try query(db)
        }
    }
}
