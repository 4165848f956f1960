import NIOCore
import Synchronization
import Threads

/// Compresses a body piece by piece, long pieces on separate threads: a megabyte takes about 10 ms.
final class SharedGzipEncoder: Sendable {
    /// The size in bytes from which changing threads costs less than blocking the thread that other requests wait for.
    static let longPiece = 65_536
    private static let threads = WorkerThreads()

    private let encoder = Mutex(GzipEncoder())

    func encode(_ bytes: ByteBuffer) async -> ByteBuffer {
        guard bytes.readableBytes >= Self.longPiece else { return encoder.withLock { $0.encode(bytes) } }
        return await Self.threads.run { [self] in encoder.withLock { $0.encode(bytes) } }
    }

    /// The rest of the compressed bytes. To be called once, at the end.
    func finish() -> ByteBuffer {
        encoder.withLock { $0.finish() }
    }

    /// Compresses a whole body.
    static func encode(whole bytes: ByteBuffer) async -> ByteBuffer {
        guard bytes.readableBytes >= longPiece else { return GzipEncoder.encode(whole: bytes) }
        return await threads.run { GzipEncoder.encode(whole: bytes) }
    }
}
