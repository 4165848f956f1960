import Domain
import GRDB
import GRDBSQLite
import Threads

/// Time limit of one query: it ends at its deadline, or earlier when it is cancelled.
final class ReadTicket: Sendable {
    private let deadline: ContinuousClock.Instant
    private let cancellation = Cancellation()

    /// How many SQLite virtual machine instructions run between two checks of the ticket; well under a millisecond,
    /// also inside full-text searches.
    private static let steps: Int32 = 500

    /// - Parameter duration: includes the time spent waiting for a reader.
    init(for duration: Duration) {
        deadline = .now + duration
    }

    var isCancelled: Bool { cancellation.isCancelled }
    var isOver: Bool { isCancelled || ContinuousClock.now >= deadline }

    func cancel() {
        cancellation.cancel()
    }

    /// Runs a query that SQLite interrupts when it is cancelled or its deadline passes.
    ///
    /// - Throws: `CancellationError` when it was cancelled, `DomainError.unavailable` after the deadline.
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
        "This request took too long. Request less data, or try again later.",
        retryAfter: 2)
    static let tooManyReads = DomainError.unavailable(
        "Too many requests are waiting for the database. Try again in a moment.", retryAfter: 2)
}
