import NIOCore
import NIOHTTP1

/// A whole HTTP/1.1 response that a connection sends by itself, without the service.
struct ConnectionAnswer {
    var head: HTTPResponseHead
    let body: ByteBuffer

    /// - Parameter isLast: whether the connection closes after the response.
    init(status: HTTPResponseStatus, mediaType: String, body: [UInt8], requestID: String, isLast: Bool) {
        self.body = ByteBuffer(bytes: body)
        head = HTTPResponseHead(
            version: .http1_1, status: status,
            headers: [
                "Content-Type": mediaType, "Content-Length": String(body.count), "x-request-id": requestID,
                "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": SecurityHeadersMiddleware.contentPolicy, "Referrer-Policy": "no-referrer",
            ])
        if isLast { head.headers.add(name: "Connection", value: "close") }
    }

    /// The response as it is sent, for a connection without a handler that encodes responses.
    var bytes: ByteBuffer {
        var text = "HTTP/1.1 \(head.status.code) \(head.status.reasonPhrase)\r\n"
        for (name, value) in head.headers { text += "\(name): \(value)\r\n" }
        var bytes = ByteBuffer(string: "\(text)\r\n")
        bytes.writeImmutableBuffer(body)
        return bytes
    }

    /// The response to a probe of whether the process is alive. Neither the access log nor the request metrics include
    /// it.
    static func alive(_ question: HTTPRequestHead, isLast: Bool) -> Self {
        let id = RequestIDMiddleware.id(of: question.headers.first(name: "x-request-id"))
        var answer = Self(
            status: .ok, mediaType: MediaTypes.json, body: MonitoringHandlers.alive, requestID: id, isLast: isLast)
        answer.head.version = question.version
        return answer
    }
}
