import CProcess
import Glibc
import Synchronization
import Threads

/// Writes to a pipe in the order of the calls; each waits until the reader has read its bytes or the pipe has buffered
/// them.
final class PipeWriter: Sendable {
    private let descriptor: Mutex<Descriptor?>
    private let thread = WorkerThreads()

    init(_ descriptor: Descriptor) {
        self.descriptor = Mutex(descriptor)
    }

    /// - Throws: `SystemCallError` when the reader has closed the pipe, or after `finish()`.
    func write(_ bytes: [UInt8]) async throws(SystemCallError) {
        guard let descriptor = descriptor.withLock(\.self) else { throw .brokenPipe }
        let failure = await thread.run { Self.write(bytes, to: descriptor) }
        if let failure { throw failure }
    }

    /// Closes the pipe once pending writes are done, so that the reader sees its end.
    func finish() {
        descriptor.withLock { $0 = nil }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Descriptor) -> SystemCallError? {
        var remaining = bytes[...]
        while !remaining.isEmpty {
            let count = remaining.withUnsafeBytes { bytes in
                bytes.baseAddress.map { process_write(descriptor.number, $0, bytes.count) } ?? 0
            }
            if count < 0 {
                guard errno == EINTR else { return SystemCallError("write") }
            } else {
                remaining = remaining.dropFirst(count)
            }
        }
        return nil
    }
}
