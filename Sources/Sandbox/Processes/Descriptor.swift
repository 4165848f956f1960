import CProcess
import Glibc

/// A file descriptor, closed when the last reference is gone and never inherited by accident.
final class Descriptor: Sendable {
    let number: CInt

    init(_ number: CInt) {
        self.number = number
    }

    deinit {
        close(number)
    }

    static func pipe() throws(SystemCallError) -> (reading: Descriptor, writing: Descriptor) {
        var ends: [CInt] = [0, 0]
        guard process_pipe(&ends) == 0 else { throw SystemCallError("pipe") }
        return (Descriptor(ends[0]), Descriptor(ends[1]))
    }

    /// Opens a file for appending, creating it if necessary, and separately for reading from its start.
    static func appending(
        toFileAt path: String
    ) throws(SystemCallError) -> (reading: Descriptor, writing: Descriptor) {
        let writing = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard writing >= 0 else { throw SystemCallError("open") }
        let end = Descriptor(writing)
        let reading = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard reading >= 0 else { throw SystemCallError("open") }
        return (Descriptor(reading), end)
    }

    /// A file in memory with this content, positioned at its start.
    static func memory(holding bytes: [UInt8]) throws(SystemCallError) -> Descriptor {
        let number = process_memory()
        guard number >= 0 else { throw SystemCallError("memfd_create") }
        let file = Descriptor(number)
        guard write(number, bytes, bytes.count) == bytes.count, lseek(number, 0, SEEK_SET) == 0 else {
            throw SystemCallError("write")
        }
        return file
    }
}
