import CZlib

/// Decompresses a zlib, gzip or raw deflate stream piece by piece.
final class Inflater {
    enum Format: Int32 {
        /// Zlib or gzip, detected from the stream's first bytes.
        case detected = 47
        case deflate = -15
    }

    private static let pieceSize = 65_536

    /// At a fixed address, which zlib stores.
    private let stream: UnsafeMutablePointer<z_stream>

    init(_ format: Format) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = inflateInit2_(stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib refuses its own constants, or there is no memory: \(result)")
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Why decompression stopped.
    enum Stop {
        /// All input was used.
        case input
        /// The stream ended; this many bytes of the input belong to it.
        case end(consumed: Int)
        /// The data is not valid, or `take` returned `false`.
        case dead
    }

    /// - Parameter take: called with each piece of decompressed data; returns whether it wants more.
    func inflate(_ bytes: ArraySlice<UInt8>, _ take: ([UInt8]) throws -> Bool) throws -> Stop {
        try bytes.withUnsafeBufferPointer { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            while true {
                var result = Z_OK
                let output = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { space, count in
                    stream.pointee.next_out = space.baseAddress
                    stream.pointee.avail_out = UInt32(space.count)
                    result = CZlib.inflate(stream, Z_NO_FLUSH)
                    count = space.count - Int(stream.pointee.avail_out)
                }
                if !output.isEmpty, try !take(output) { return .dead }
                switch result {
                case Z_STREAM_END: return .end(consumed: input.count - Int(stream.pointee.avail_in))
                case Z_OK where stream.pointee.avail_in > 0 || output.count == Self.pieceSize: continue
                case Z_OK, Z_BUF_ERROR: return .input
                default: return .dead
                }
            }
        }
    }
}
