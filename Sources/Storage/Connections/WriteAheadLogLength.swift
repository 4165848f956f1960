import GRDB
import GRDBSQLite
import Synchronization

/// Number of pages in the write-ahead log, as SQLite reports it after each commit. Using the hook turns off SQLite's
/// automatic checkpoints, so its user must run them.
final class WriteAheadLogLength: Sendable {
    private let count = Atomic(0)

    var pages: Int { count.load(ordering: .relaxed) }

    /// Follows this connection's commits. This object must live as long as the connection commits.
    func follow(_ db: Database) {
        sqlite3_wal_hook(
            db.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<WriteAheadLogLength>.fromOpaque(context).takeUnretainedValue()
                    .count.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
