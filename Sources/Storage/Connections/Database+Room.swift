import Disk
import GRDB
import GRDBSQLite

extension Database {
    /// Whether the last failed write to the database file or the write-ahead log failed for lack of space.
    /// `sqlite3_system_errno` doesn't cover failed commits, but the errno of each file does.
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
