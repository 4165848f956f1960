/// The queries that wait for a reader, and the number that run. First in, first out, except that searches and bulk
/// queries leave readers to ordinary queries: each of the two kinds gets at most half of the readers, and both together
/// leave one.
struct ReadQueue {
    struct Job: Sendable {
        let kind: ReadKind
        let ticket: ReadTicket
        let run: @Sendable () -> Void
        let refuse: @Sendable (any Error) -> Void
    }

    private let readers: Int
    private let limits: ReadLimits
    private var jobs: [Job] = []
    private var waiting = Counts()
    private var running = Counts()

    init(readers: Int, limits: ReadLimits) {
        self.readers = readers
        self.limits = limits
    }

    private func mayStart(_ kind: ReadKind) -> Bool {
        guard kind != .ordinary else { return true }
        return running[kind] < max(1, readers / 2) && running[.search] + running[.bulk] < max(1, readers - 1)
    }

    /// - Returns: `false` when the queue is full; the query is then refused.
    mutating func add(_ job: Job) -> Bool {
        guard jobs.count < limits.waiting, waiting[job.kind] < limits.waiting(of: job.kind) else { return false }
        waiting[job.kind] += 1
        jobs.append(job)
        return true
    }

    /// Dequeues the next query that may run now and occupies a reader for it; `nil` when there is none.
    mutating func start() -> Job? {
        guard running.total < readers, let index = jobs.firstIndex(where: { mayStart($0.kind) }) else { return nil }
        let job = take(at: index)
        running[job.kind] += 1
        return job
    }

    /// Occupies a reader for an ordinary query that doesn't wait in the queue; `false` when all readers are busy.
    mutating func startAtOnce() -> Bool {
        guard running.total < readers else { return false }
        running[.ordinary] += 1
        return true
    }

    mutating func end(_ kind: ReadKind) {
        running[kind] -= 1
    }

    /// - Returns: the query, if it was still waiting.
    mutating func remove(_ ticket: ReadTicket) -> Job? {
        jobs.firstIndex { $0.ticket === ticket }.map { take(at: $0) }
    }

    private mutating func take(at index: Int) -> Job {
        let job = jobs.remove(at: index)
        waiting[job.kind] -= 1
        return job
    }
}

/// Number of queries of each kind.
private struct Counts {
    private var values: [ReadKind: Int] = [:]

    var total: Int { values.values.reduce(0, +) }

    subscript(kind: ReadKind) -> Int {
        get { values[kind, default: 0] }
        set { values[kind] = newValue }
    }
}
