import CProcess
import Glibc
import Threads

/// A file for the output of a process that is not a child of this one, appended to and read from.
package final class OutputFile: Sendable {
    private static let threads = WorkerThreads(count: 2)

    private let writing: Descriptor
    private let tail: FileTail

    /// Opens the file, and creates it if necessary.
    package init(path: String) throws(SystemCallError) {
        let file = try Descriptor.appending(toFileAt: path)
        writing = file.writing
        tail = FileTail(file.reading)
    }

    /// Appends all of the bytes, or none.
    ///
    /// - Throws: `SystemCallError`, as on a full disk.
    package func append(_ bytes: [UInt8]) async throws(SystemCallError) {
        let writing = writing
        let failure = await Self.threads.run { () -> SystemCallError? in
            let size = process_file_size(writing.number)
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(writing.number, $0.baseAddress, $0.count) }
                if count < 0 {
                    guard errno == EINTR else {
                        let failure = SystemCallError("write")
                        _ = ftruncate(writing.number, off_t(size))
                        return failure
                    }
                } else {
                    rest = rest.dropFirst(count)
                }
            }
            return nil
        }
        if let failure { throw failure }
    }

    /// Call this when nothing will be appended any more.
    package func end() {
        tail.end()
    }

    /// - Returns: the next bytes, waiting for some; empty at the end or on cancellation.
    package func next() async -> [UInt8] {
        await tail.next()
    }
}
