import CoreMetrics
import Domain
import GRDB
import Synchronization
import Threads

/// Runs queries on the pool's readers, each with a deadline, as many at once as there are readers.
///
/// The readers have threads of their own: what computes in SQLite for seconds keeps no other task from running. A query
/// ends when its task is cancelled, also while it waits, and is refused when too many wait already.
///
/// A query changes threads twice, to a reader and back. That costs as much as a whole small answer (0.36 ms with it, 0.2
/// without, on a quiet machine), so that a query which is known to be short runs on its caller's thread.
final class Readers: Sendable {
    private let pool: DatabasePool
    private let threads: WorkerThreads
    private let limits: ReadLimits
    private let queue: Mutex<ReadQueue>
    private let times: Timer

    /// - Parameter times: gets how long each query held its transaction.
    init(pool: DatabasePool, limits: ReadLimits, times: Timer) {
        let count = pool.configuration.maximumReaderCount
        self.pool = pool
        self.limits = limits
        self.times = times
        threads = WorkerThreads(count: count)
        queue = Mutex(ReadQueue(readers: count, limits: limits))
    }

    /// - Throws: `CancellationError` when the task is cancelled before the answer is there, `DomainError.unavailable` when
    ///   the query takes too long or too many wait.
    func read<Value: Sendable>(
        _ kind: ReadKind = .ordinary, _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        let ticket = ReadTicket(for: limits.duration(of: kind))
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enqueue(
                    ReadQueue.Job(
                        kind: kind, ticket: ticket,
                        run: { continuation.resume(with: Result { try self.perform(ticket, query) }) },
                        refuse: { continuation.resume(throwing: $0) }))
            }
        } onCancel: {
            ticket.cancel()
            queue.withLock { $0.remove(ticket) }?.refuse(CancellationError())
        }
    }

    /// Runs a query that reads one row, or a page by its index, on the caller's thread. Where there is no free reader, or
    /// the query takes longer than expected, it is run like any other instead.
    func readOnCallerThread<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        guard queue.withLock({ $0.startAtOnce() }) else { return try await read(.ordinary, query) }
        do {
            defer { finish(.ordinary) }
            return try perform(ReadTicket(for: limits.onCallerThread), query)
        } catch let error as DomainError where error == .readTookTooLong {
            return try await read(.ordinary, query)
        }
    }

    private func enqueue(_ job: ReadQueue.Job) {
        let refusal: (any Error)? = queue.withLock { queue in
            // The look at the ticket and its being cancelled can't miss one another: that takes the job out afterwards.
            if job.ticket.isCancelled { return CancellationError() }
            return queue.add(job) ? nil : DomainError.tooManyReads
        }
        if let refusal { return job.refuse(refusal) }
        startWaiting()
    }

    private func startWaiting() {
        while let job = queue.withLock({ $0.start() }) {
            threads.start {
                job.run()
                self.finish(job.kind)
            }
        }
    }

    private func finish(_ kind: ReadKind) {
        queue.withLock { $0.end(kind) }
        startWaiting()
    }

    private func perform<Value>(_ ticket: ReadTicket, _ query: (Database) throws -> Value) throws -> Value {
        try ticket.check()
        return try pool.read { db in
            let start = ContinuousClock.now
            defer { times.recordNanoseconds(Int64((ContinuousClock.now - start) / .nanoseconds(1))) }
            return try ticket.run(db, query)
        }
    }
}
