import CZlib
import HTTPTypes
import TestSupport

extension TestAnswer {
    /// The body, decompressed when it is gzip; `nil` for one that is broken or cut off.
    var unzipped: String? {
        guard headers[.contentEncoding] == "gzip" else { return body }
        var stream = z_stream()
        let gzipOnly = MAX_WBITS + 16
        guard inflateInit2_(&stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count * 1100 + 100)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END, stream.avail_in == 0 else { return nil }
        return String(validating: output.prefix(Int(stream.total_out)), as: UTF8.self)
    }
}
