import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// A response that the connection sends by itself to input that never becomes a request of the service.
enum Refusal {
    static func malformed(_ detail: String) -> Problem {
        Problem(status: .badRequest, detail: detail)
    }

    static let plainRequest = malformed("This port is for https. Use an address that begins with https://.")

    static let headTooLarge = Problem(
        status: .requestHeaderFieldsTooLarge,
        detail: "The address is too long, or the header fields are too long or too many.")

    static let overloaded = Problem(
        status: .serviceUnavailable, detail: "The server is busy. Try again in a moment.",
        headers: [.retryAfter: "2"])

    static let tooManyConnections = Problem(
        status: .serviceUnavailable, detail: "Too many connections are open. Try again in a moment.",
        headers: [.retryAfter: "5"])
}

extension Problem {
    /// The problem as an HTTP/1.1 response.
    ///
    /// - Parameter isLast: whether the connection closes after it.
    func message(isLast: Bool) -> ConnectionAnswer {
        let id = RequestIDMiddleware.makeID()
        var answer = ConnectionAnswer(
            status: HTTPResponseStatus(statusCode: status.code, reasonPhrase: status.reasonPhrase),
            mediaType: Self.mediaType, body: json(requestID: id), requestID: id, isLast: isLast)
        for field in headers { answer.head.headers.add(name: field.name.rawName, value: field.value) }
        return answer
    }
}
