import Glibc

/// A lock file, held as long as a server or any process in its sandboxes is alive. After a server is killed these end
/// too, but possibly late: a process blocked on a disk ends only when the disk responds.
package struct SandboxLock: Sendable {
    let file: Descriptor

    /// - Parameter path: the path of the lock file, created if necessary.
    /// - Returns: `nil` when another process holds the lock.
    package init?(path: String) throws(SystemCallError) {
        let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw SystemCallError("open") }
        file = Descriptor(number)
        if flock(number, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK else { throw SystemCallError("flock") }
        return nil
    }
}
