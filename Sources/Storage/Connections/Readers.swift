import CoreMetrics
import Domain
import GRDB
import Synchronization
import Threads

/// Runs queries on the pool's readers, each with a deadline, at most as many at once as there are readers.
///
/// The readers have their own threads, so that a query that runs for seconds blocks no other task. A query ends when
/// its task is cancelled, even while it waits, and is refused when too many wait already.
///
/// A query changes threads twice, to a reader and back. That costs as much as a whole small response (0.36 ms with the
/// changes, 0.2 ms without, on an idle machine), so queries known to be short run on their caller's thread.
///
/// Searches and bulk queries run on threads of low priority: they must not take the processors from the threads that
/// accept and answer requests.
final class Readers: Sendable {
    private let pool: DatabasePool
    private let threads: WorkerThreads
    private let lowPriorityThreads: WorkerThreads
    private let limits: ReadLimits
    private let queue: Mutex<ReadQueue>
    private let times: Timer

    /// - Parameter times: records how long each query held its transaction.
    init(pool: DatabasePool, limits: ReadLimits, times: Timer) {
        let count = pool.configuration.maximumReaderCount
        self.pool = pool
        self.limits = limits
        self.times = times
        threads = WorkerThreads(count: count)
        lowPriorityThreads = WorkerThreads(count: count, priority: .low)
        queue = Mutex(ReadQueue(readers: count, limits: limits))
    }

    /// - Throws: `CancellationError` when the task is cancelled before the query has finished,
    ///   `DomainError.unavailable` when the query takes too long or too many wait.
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

    /// Runs a query that reads one row, or a page by its index, on the caller's thread. If no reader is free, or the
    /// query takes longer than `ReadLimits.onCallerThread`, it runs like any other query instead.
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
            // No race with a cancellation: `onCancel` first marks the ticket, then removes the job from the queue.
            if job.ticket.isCancelled { return CancellationError() }
            return queue.add(job) ? nil : DomainError.tooManyReads
        }
        if let refusal { return job.refuse(refusal) }
        startWaiting()
    }

    private func startWaiting() {
        while let job = queue.withLock({ $0.start() }) {
            (job.kind == .ordinary ? threads : lowPriorityThreads).start {
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
