import CZlib
import NIOCore

/// Compresses a body after RFC 1952, piece by piece. It takes zlib's fastest level: on a list of sessions the best one
/// takes twice the time for a tenth less.
final class GzipEncoder {
    /// At an address of its own, which zlib remembers.
    private let stream: UnsafeMutablePointer<z_stream>

    private static let pieceSize = 16_384

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let gzipFormat: Int32 = 16
        let result = deflateInit2_(
            stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + gzipFormat, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib refuses its own constants, or there is no memory: \(result)")
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// What is ready of the compressed body, possibly nothing yet.
    func encode(_ bytes: ByteBuffer) -> ByteBuffer {
        deflate(bytes, Z_NO_FLUSH)
    }

    /// The rest of it, to be taken once.
    func finish() -> ByteBuffer {
        deflate(ByteBuffer(), Z_FINISH)
    }

    /// A whole body, compressed.
    static func encode(whole bytes: ByteBuffer) -> ByteBuffer {
        GzipEncoder().deflate(bytes, Z_FINISH)
    }

    private func deflate(_ input: ByteBuffer, _ flush: Int32) -> ByteBuffer {
        var output = ByteBuffer()
        input.withUnsafeReadableBytes { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            repeat {
                output.writeWithUnsafeMutableBytes(minimumWritableBytes: Self.pieceSize) { space in
                    stream.pointee.next_out = space.bindMemory(to: UInt8.self).baseAddress
                    stream.pointee.avail_out = UInt32(space.count)
                    _ = CZlib.deflate(stream, flush)
                    return space.count - Int(stream.pointee.avail_out)
                }
            } while stream.pointee.avail_out == 0
        }
        return output
    }
}
