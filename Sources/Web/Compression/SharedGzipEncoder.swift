import NIOCore
import Synchronization
import Threads

/// Compresses a body piece by piece, long pieces on threads of their own: a megabyte takes some 10 ms.
final class SharedGzipEncoder: Sendable {
    /// The size in bytes from which to change the thread costs less than to hold the one that others wait for.
    static let longPiece = 65_536
    private static let threads = WorkerThreads()

    private let encoder = Mutex(GzipEncoder())

    func encode(_ bytes: ByteBuffer) async -> ByteBuffer {
        guard bytes.readableBytes >= Self.longPiece else { return encoder.withLock { $0.encode(bytes) } }
        return await Self.threads.run { [self] in encoder.withLock { $0.encode(bytes) } }
    }

    /// The rest of it, to be taken once.
    func finish() -> ByteBuffer {
        encoder.withLock { $0.finish() }
    }

    /// A whole body, compressed.
    static func encode(whole bytes: ByteBuffer) async -> ByteBuffer {
        guard bytes.readableBytes >= longPiece else { return GzipEncoder.encode(whole: bytes) }
        return await threads.run { GzipEncoder.encode(whole: bytes) }
    }
}
