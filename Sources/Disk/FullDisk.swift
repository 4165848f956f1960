import Glibc

/// Recognizes errors for lack of disk space: a full file system, or an exhausted quota.
package enum FullDisk {
    /// - Parameter code: an `errno`.
    package static func isMeant(by code: CInt) -> Bool {
        code == ENOSPC || code == EDQUOT
    }
}
