import CProcess
import Glibc
import Threads

/// Reads a pipe piece by piece on demand: a slow reader blocks the writer instead of buffering in memory.
struct PipeReader: Sendable {
    private static let pieceSize = 65_536

    private let descriptor: Descriptor
    private let thread = WorkerThreads()

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
    }

    /// - Parameter milliseconds: the timeout; -1 for none.
    /// - Returns: the next bytes, waiting for some; empty at the end of the pipe or after the timeout.
    func next(within milliseconds: Int = -1) async -> [UInt8] {
        await thread.run { [descriptor] in
            guard process_await_input(descriptor.number, CInt(milliseconds)) else { return [] }
            return [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
                var length: Int
                repeat {
                    length = read(descriptor.number, buffer.baseAddress, buffer.count)
                } while length < 0 && errno == EINTR
                count = max(length, 0)
            }
        }
    }
}
