import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// An answer that the connection gives by itself to what never becomes a request of the service.
enum Refusal {
    static func malformed(_ detail: String) -> Problem {
        Problem(status: .badRequest, detail: detail)
    }

    static let headTooLarge = Problem(
        status: .requestHeaderFieldsTooLarge, detail: "The address or the header fields are too long, or too many.")

    static let overloaded = Problem(
        status: .serviceUnavailable, detail: "The server has too much to do. Ask again in a moment.",
        headers: [.retryAfter: "2"])

    static let tooManyConnections = Problem(
        status: .serviceUnavailable, detail: "Too many connections are open. Ask again in a moment.",
        headers: [.retryAfter: "5"])
}

extension Problem {
    /// The problem as a message of HTTP/1.1.
    ///
    /// - Parameter isLast: whether the connection closes after it.
    func message(isLast: Bool) -> (head: HTTPResponseHead, body: ByteBuffer) {
        let id = RequestIDMiddleware.makeID()
        let body = ByteBuffer(bytes: json(requestID: id))
        var headers = HTTPHeaders(self.headers.map { ($0.name.rawName, $0.value) })
        headers.add(name: "Content-Type", value: Self.mediaType)
        headers.add(name: "Content-Length", value: String(body.readableBytes))
        headers.add(name: "Cache-Control", value: "no-store")
        headers.add(name: "X-Content-Type-Options", value: "nosniff")
        headers.add(name: "x-request-id", value: id)
        if isLast { headers.add(name: "Connection", value: "close") }
        let status = HTTPResponseStatus(statusCode: self.status.code, reasonPhrase: self.status.reasonPhrase)
        return (HTTPResponseHead(version: .http1_1, status: status, headers: headers), body)
    }
}
