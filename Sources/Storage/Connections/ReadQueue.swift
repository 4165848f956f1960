/// The queries that wait for a reader, and how many run. Whoever comes first goes first, but searches and batches of long
/// answers leave readers to ordinary queries: each kind gets half of the readers at most, and both together leave one.
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

    /// - Returns: whether it has room; what has none is refused.
    mutating func add(_ job: Job) -> Bool {
        guard jobs.count < limits.waiting, waiting[job.kind] < limits.waiting(of: job.kind) else { return false }
        waiting[job.kind] += 1
        jobs.append(job)
        return true
    }

    /// The next query that may run now, which takes a reader; `nil` when there is none.
    mutating func start() -> Job? {
        guard running.total < readers, let index = jobs.firstIndex(where: { mayStart($0.kind) }) else { return nil }
        let job = take(at: index)
        running[job.kind] += 1
        return job
    }

    /// Takes a reader for an ordinary query that doesn't wait for one.
    mutating func startAtOnce() -> Bool {
        guard running.total < readers else { return false }
        running[.ordinary] += 1
        return true
    }

    mutating func end(_ kind: ReadKind) {
        running[kind] -= 1
    }

    /// - Returns: the query if it was still waiting.
    mutating func remove(_ ticket: ReadTicket) -> Job? {
        jobs.firstIndex { $0.ticket === ticket }.map { take(at: $0) }
    }

    private mutating func take(at index: Int) -> Job {
        let job = jobs.remove(at: index)
        waiting[job.kind] -= 1
        return job
    }
}

/// How many queries there are of each kind.
private struct Counts {
    private var values: [ReadKind: Int] = [:]

    var total: Int { values.values.reduce(0, +) }

    subscript(kind: ReadKind) -> Int {
        get { values[kind, default: 0] }
        set { values[kind] = newValue }
    }
}
