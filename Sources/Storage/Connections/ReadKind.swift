/// The purpose of a query. It decides the query's time limit and how many of its kind run and wait at once.
enum ReadKind: Sendable, CaseIterable {
    /// A request for rows by an index, or one page of a list.
    case ordinary
    /// A search, whose cost depends on the search terms. Searches never occupy all readers.
    case search
    /// One batch of a long response that has begun, or the server's own or an administrator's work. Bulk queries never
    /// occupy all readers either.
    case bulk
}

/// Limits on the duration and number of queries.
struct ReadLimits: Sendable {
    /// How long a query may wait and run in total, by its kind.
    var ordinary: Duration = .seconds(2)
    var search: Duration = .seconds(2)
    var bulk: Duration = .seconds(60)
    /// How long a query may run on its caller's thread, which other tasks need.
    var onCallerThread: Duration = .milliseconds(20)
    /// How many queries may wait for a reader in total, and how many of them may be searches or bulk queries. Ordinary
    /// queries may use all the room.
    var waiting = 1000
    var waitingSearches = 200
    var waitingBulk = 500

    func waiting(of kind: ReadKind) -> Int {
        switch kind {
        case .ordinary: waiting
        case .search: waitingSearches
        case .bulk: waitingBulk
        }
    }

    func duration(of kind: ReadKind) -> Duration {
        switch kind {
        case .ordinary: ordinary
        case .search: search
        case .bulk: bulk
        }
    }
}
