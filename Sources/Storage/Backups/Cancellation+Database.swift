import GRDB
import GRDBSQLite
import Threads

extension Cancellation {
    /// Runs queries that SQLite interrupts once this is cancelled.
    ///
    /// - Throws: `CancellationError` when it was.
    func ending<Value>(_ db: Database, _ queries: (Database) throws -> Value) throws -> Value {
        sqlite3_progress_handler(
            db.sqliteConnection, 10_000,
            { pointer in
                guard let pointer else { return 0 }
                return Unmanaged<Cancellation>.fromOpaque(pointer).takeUnretainedValue().isCancelled ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
        do {
            return try queries(db)
        } catch is DatabaseError where isCancelled {
            throw CancellationError()
        }
    }
}
