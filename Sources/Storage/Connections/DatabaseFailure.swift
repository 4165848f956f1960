import Domain
import GRDB

/// The kind of disk or file failure behind an SQLite error. Errors caused by a statement itself have none.
enum DatabaseFailure: String, CaseIterable {
    case full
    /// Another process holds a lock.
    case busy
    /// A sync failed, so written data may or may not be on disk. A later successful sync proves nothing: the kernel
    /// drops pages that it couldn't write.
    case unsynced
    /// The disk, or the file's content, can't be read or written.
    case unusable

    /// - Parameter isOutOfRoom: whether the last failed write failed for lack of space.
    /// - Returns: `nil` for an error that would occur on any disk.
    init?(_ error: any Error, isOutOfRoom: Bool = false) {
        guard let error = error as? DatabaseError else { return nil }
        switch error.extendedResultCode {
        // The shared memory beside the write-ahead log couldn't grow; only space is missing.
        case .SQLITE_IOERR_SHMSIZE: self = .full
        case .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC: self = .unsynced
        default:
            switch error.resultCode {
            case .SQLITE_FULL: self = .full
            // SQLite recognizes a full disk, but reports an exhausted quota as an I/O error.
            case .SQLITE_IOERR where isOutOfRoom: self = .full
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM,
                .SQLITE_NOMEM, .SQLITE_PROTOCOL:
                self = .unusable
            default: return nil
            }
        }
    }

    /// The error that the caller gets.
    var refusal: DomainError {
        switch self {
        case .full: .diskFull
        case .busy: .databaseBusy
        case .unsynced: .writingStopped
        case .unusable: .databaseFailed
        }
    }
}
