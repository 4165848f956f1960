import Disk
import GRDB
import GRDBSQLite

extension Database {
    /// Whether the system had no room when a write to the database's file, or to the write-ahead log, failed last.
    /// `sqlite3_system_errno` doesn't tell of commits that failed, but each file does.
    var isOutOfRoom: Bool {
        var errors: (file: CInt, log: CInt) = (0, 0)
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_LAST_ERRNO, &errors.file)
        var log: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log)
        if let log, let control = log.pointee.pMethods?.pointee.xFileControl {
            _ = control(log, SQLITE_FCNTL_LAST_ERRNO, &errors.log)
        }
        return FullDisk.isMeant(by: errors.file) || FullDisk.isMeant(by: errors.log)
    }
}
