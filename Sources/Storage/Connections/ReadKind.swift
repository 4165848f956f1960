/// What a query is for. It decides how long the query may take and how many of its kind run and wait at once.
enum ReadKind: Sendable, CaseIterable {
    /// What a request shows: rows by an index, a page of a list.
    case ordinary
    /// A search, whose cost follows what people look for. It never gets all readers.
    case search
    /// A batch of a long answer that has begun, and work of the server's own or its administrator's. It never gets all
    /// readers either.
    case bulk
}

/// How much reading is let in.
struct ReadLimits: Sendable {
    /// How long a query may wait and run altogether, by its kind.
    var ordinary: Duration = .seconds(2)
    var search: Duration = .seconds(2)
    var bulk: Duration = .seconds(60)
    /// How long a query may run on its caller's thread, which others need.
    var onCallerThread: Duration = .milliseconds(20)
    /// How many queries may wait for a reader, and how many of them may be searches, or batches of long answers. The rest
    /// of the room is for ordinary ones.
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
