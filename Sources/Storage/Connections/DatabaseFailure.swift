import Domain
import GRDB

/// What an error of SQLite says of the disk or the file, apart from those that are a change's own fault.
enum DatabaseFailure: String, CaseIterable {
    case full
    /// Another process holds a lock.
    case busy
    /// What was written may or may not be on disk, and a later sync that succeeds proves nothing: the kernel drops
    /// pages that it couldn't write.
    case unsynced
    /// The disk, or what is in the file, can't be read or written.
    case unusable

    /// - Parameter isOutOfRoom: whether the system had no room for the last write that failed.
    /// - Returns: `nil` for an error that the change, or the query, would meet on every disk.
    init?(_ error: any Error, isOutOfRoom: Bool = false) {
        guard let error = error as? DatabaseError else { return nil }
        switch error.extendedResultCode {
        // The shared memory beside the write-ahead log didn't grow, which needs no more than space.
        case .SQLITE_IOERR_SHMSIZE: self = .full
        case .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC: self = .unsynced
        default:
            switch error.resultCode {
            case .SQLITE_FULL: self = .full
            // SQLite knows a full disk, but takes a quota that is used up for a broken one.
            case .SQLITE_IOERR where isOutOfRoom: self = .full
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM,
                .SQLITE_NOMEM, .SQLITE_PROTOCOL:
                self = .unusable
            default: return nil
            }
        }
    }

    /// What the caller is told.
    var refusal: DomainError {
        switch self {
        case .full: .diskFull
        case .busy: .databaseBusy
        case .unsynced: .writingStopped
        case .unusable: .databaseFailed
        }
    }
}
