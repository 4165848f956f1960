/// The queries that wait for a reader, and how many run. Whoever comes first goes first, but searches take no more than
/// half of the readers.
struct ReadQueue {
    struct Job: Sendable {
        let kind: ReadKind
        let ticket: ReadTicket
        let run: @Sendable () -> Void
        let refuse: @Sendable (any Error) -> Void
    }

    private let readers: Int
    private let limits: ReadLimits
    private var waiting: [Job] = []
    private var waitingSearches = 0
    private var running = 0
    private var runningSearches = 0

    init(readers: Int, limits: ReadLimits) {
        self.readers = readers
        self.limits = limits
    }

    private var mayStartSearch: Bool { runningSearches < max(1, readers / 2) }

    /// - Returns: whether it has room; what has none is refused.
    mutating func add(_ job: Job) -> Bool {
        guard waiting.count < limits.waiting else { return false }
        if job.kind == .search {
            guard waitingSearches < limits.waitingSearches else { return false }
            waitingSearches += 1
        }
        waiting.append(job)
        return true
    }

    /// The next query that may run now, which takes a reader; `nil` when there is none.
    mutating func start() -> Job? {
        guard running < readers else { return nil }
        guard let index = waiting.firstIndex(where: { $0.kind != .search || mayStartSearch }) else { return nil }
        let job = waiting.remove(at: index)
        running += 1
        if job.kind == .search {
            waitingSearches -= 1
            runningSearches += 1
        }
        return job
    }

    /// Takes a reader for a query that doesn't wait for one.
    mutating func startAtOnce() -> Bool {
        guard running < readers else { return false }
        running += 1
        return true
    }

    mutating func end(_ kind: ReadKind) {
        running -= 1
        if kind == .search { runningSearches -= 1 }
    }

    /// - Returns: the query if it was still waiting.
    mutating func remove(_ ticket: ReadTicket) -> Job? {
        guard let index = waiting.firstIndex(where: { $0.ticket === ticket }) else { return nil }
        if waiting[index].kind == .search { waitingSearches -= 1 }
        return waiting.remove(at: index)
    }
}
