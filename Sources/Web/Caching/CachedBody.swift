import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A cached response body, sent plain, gzipped (compressed on first use), or as 304 when the ETag matches.
final class CachedBody: Sendable {
    private let bytes: ByteBuffer
    private let tag: EntityTag
    private let compressed = Mutex<ByteBuffer?>(nil)

    init(_ bytes: ByteBuffer) {
        self.bytes = bytes
        tag = EntityTag(of: bytes)
    }

    /// - Parameters:
    ///   - mediaType: the media type of the body.
    ///   - cacheControl: who may store the body. It must contain `no-cache`, so that caches always revalidate.
    func response(
        to request: Request, _ mediaType: String, cacheControl: String, headers: HTTPFields = [:]
    ) async -> Response {
        var headers = headers
        headers[.eTag] = tag.text
        headers[.cacheControl] = cacheControl
        headers[.vary] = HTTPField.Name.acceptEncoding.rawName
        guard !tag.isAmong(request.headers[.ifNoneMatch]) else {
            var response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
            return response
        }
        headers[.contentType] = mediaType
        guard bytes.readableBytes >= Compression.minimumSize, request.takesGzip else {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: await compressedBytes()))
    }

    private func compressedBytes() async -> ByteBuffer {
        if let compressed = compressed.withLock(\.self) { return compressed }
        let made = await SharedGzipEncoder.encode(whole: bytes)
        compressed.withLock { $0 = made }
        return made
    }
}
