import Domain
import GRDB
import GRDBSQLite
import Threads

/// How long one query may go on: up to its deadline, and no longer than somebody wants its answer.
final class ReadTicket: Sendable {
    private let deadline: ContinuousClock.Instant
    private let cancellation = Cancellation()

    /// How many steps SQLite's virtual machine takes between two looks at the ticket; well under a millisecond, also
    /// inside of full-text searches.
    private static let steps: Int32 = 500

    /// - Parameter duration: the waiting for a reader counts too.
    init(for duration: Duration) {
        deadline = .now + duration
    }

    var isCancelled: Bool { cancellation.isCancelled }
    var isOver: Bool { isCancelled || ContinuousClock.now >= deadline }

    func cancel() {
        cancellation.cancel()
    }

    /// Runs a query that SQLite ends when its time is over.
    ///
    /// - Throws: `CancellationError` when nobody wants the answer any more, `DomainError.unavailable` after the deadline.
    func run<Value>(_ db: Database, _ query: (Database) throws -> Value) throws -> Value {
        try check()
        sqlite3_progress_handler(
            db.sqliteConnection, Self.steps,
            { pointer in
                guard let pointer else { return 0 }
                return Unmanaged<ReadTicket>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
        do {
            return try query(db)
        } catch is DatabaseError where isOver {
            try check()
            throw DomainError.readTookTooLong
        }
    }

    func check() throws {
        try cancellation.check()
        if isOver { throw DomainError.readTookTooLong }
    }
}

extension DomainError {
    static let readTookTooLong = DomainError.unavailable(
        "This took longer than the server lets a request take. Ask for less, or again at a quieter time.",
        retryAfter: 2)
    static let tooManyReads = DomainError.unavailable(
        "Too many requests are waiting for the database. Ask again in a moment.", retryAfter: 2)
}
