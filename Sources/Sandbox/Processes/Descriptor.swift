import CProcess
import Glibc

/// An open file of this process, closed with the last reference to it and never inherited by accident.
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

    /// A file in memory, at its beginning.
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
