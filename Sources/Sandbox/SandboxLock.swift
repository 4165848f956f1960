import Glibc

/// A file that stays locked while a server is there, or any process in its sandboxes. After a server was killed these end
/// too, but not before what they wait for, such as a disk, lets them.
package struct SandboxLock: Sendable {
    let file: Descriptor

    /// - Parameter path: of the file, which is made when it isn't there.
    /// - Returns: `nil` when somebody else holds it.
    package init?(path: String) throws(SystemCallError) {
        let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw SystemCallError("open") }
        file = Descriptor(number)
        if flock(number, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK else { throw SystemCallError("flock") }
        return nil
    }
}
