import GRDB
import GRDBSQLite
import Synchronization

/// How many pages stand in the write-ahead log, as SQLite tells it after each commit. Who follows it moves them into the
/// database's file too: SQLite then doesn't by itself.
final class WriteAheadLogLength: Sendable {
    private let count = Atomic(0)

    var pages: Int { count.load(ordering: .relaxed) }

    /// Follows this connection's commits, of which there may be some as long as this object lives.
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
