import Glibc

/// What the system says when there is no room: on the disk, or in what the service's user may take of it.
package enum FullDisk {
    /// - Parameter code: an `errno`.
    package static func isMeant(by code: CInt) -> Bool {
        code == ENOSPC || code == EDQUOT
    }
}
