import CProcess
import Glibc
import Threads

/// Reads a pipe a piece at a time and only when asked, so that a slow reader holds the writer up and nothing piles up.
struct PipeReader: Sendable {
    private static let pieceSize = 65_536

    private let descriptor: Descriptor
    private let thread = WorkerThreads()

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
    }

    /// - Parameter milliseconds: how long to wait; -1 for without an end.
    /// - Returns: what there is, waiting for some; nothing at the end, or when none came in time.
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
