import CoreMetrics
import Dispatch
import GRDB
import Synchronization

/// Runs queries on the pool's readers, as many at once as there are readers and else in the order in which they come.
///
/// A query changes threads twice, to a reader and back, where the pool's own asynchronous access changes them four times
/// more. Even the two cost as much as a whole small answer (0.36 ms with them, 0.2 without, on a quiet machine): a query
/// that is known to be short does without.
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

    /// Runs a query that reads little in the caller's thread, as long as there is a free reader for it.
    func readBriefly<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        guard takeReader() else { return try await read(query) }
        defer { runWaiting() }
        return try perform(query)
    }

    private func takeReader() -> Bool {
        state.withLock { state in
            guard state.runningCount < pool.configuration.maximumReaderCount else { return false }
            state.runningCount += 1
            return true
        }
    }

    /// Hands the caller's reader to those who began to wait meanwhile.
    private func runWaiting() {
        let isWanted = state.withLock { state in
            if state.waiting.isEmpty { state.runningCount -= 1 }
            return !state.waiting.isEmpty
        }
        if isWanted { queue.async { self.run() } }
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
            guard !state.waiting.isEmpty else {
                state.runningCount -= 1
                return nil
            }
            return state.waiting.removeFirst()
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
