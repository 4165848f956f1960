import HTTPTypes
import Hummingbird
import NIOCore

/// Compresses a response body while it is written.
struct GzipWriter: ResponseBodyWriter {
    private var base: any ResponseBodyWriter
    private let encoder = SharedGzipEncoder()

    init(_ base: any ResponseBodyWriter) {
        self.base = base
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        let bytes = await encoder.encode(buffer)
        if bytes.readableBytes > 0 { try await base.write(bytes) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await base.write(encoder.finish())
        try await base.finish(trailingHeaders)
    }
}
