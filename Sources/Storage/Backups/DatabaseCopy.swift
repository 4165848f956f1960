import Disk
import GRDB
import Glibc

/// Copies a database that another connection, of this or another process, may be writing to.
///
/// One read transaction holds the copied state. It makes no writer wait, but until it ends, the write-ahead log can't
/// begin anew. What makes writers wait is the disk: a sync of everything at the end, as `VACUUM INTO` needs it, or a copy
/// in one step, delayed a commit by 150 to 400 ms with a database of 435 MiB. So the copy is made in steps of 4 MiB, each
/// synced, with a pause after it: then no commit took more than 35 ms.
enum DatabaseCopy {
    private static let pagesPerStep: CInt = 1024
    private static let pauseMicroseconds: UInt32 = 2000

    /// Copies the database to a new file, a database of its own without a write-ahead log, which isn't synced yet.
    ///
    /// - Parameter proceed: called after each step; its error ends the copy.
    /// - Throws: `DatabaseError`, `FileFailure` and the errors of `proceed`.
    static func make(of source: String, at target: String, proceed: () throws -> Void) throws {
        try DatabaseFile.create(at: target)
        try copyPages(of: source, to: target, proceed)
        // The copied header says that there is a write-ahead log.
        let copy = try DatabaseQueue(path: target)
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = delete") }
        try copy.close()
    }

    private static func copyPages(of original: String, to path: String, _ proceed: () throws -> Void) throws {
        let source = try DatabaseQueue(path: original, configuration: .readingOnly)
        let copy = try DatabaseQueue(path: path)
        try copy.writeWithoutTransaction { db in
            // A copy that was cut off is thrown away.
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        }
        try withoutActuallyEscaping(proceed) { proceed in
            try source.read { db in
                // SQLite begins a copy anew when another process has changed the database. A statement within the
                // transaction keeps one state until the copy is complete.
                _ = try Int.fetchOne(db, sql: "PRAGMA schema_version")
                try copy.writeWithoutTransaction { target in
                    try db.backup(to: target, pagesPerStep: pagesPerStep) { progress in
                        try proceed()
                        guard !progress.isCompleted else { return }
                        try PrivateFile.sync(path)
                        usleep(pauseMicroseconds)
                    }
                }
            }
        }
        try copy.close()
        try source.close()
    }
}

extension Configuration {
    /// For a connection beside those of a server, which never writes.
    static var readingOnly: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return configuration
    }
}
