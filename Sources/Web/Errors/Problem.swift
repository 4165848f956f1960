import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// An error body in the format of RFC 9457.
struct Problem {
    let status: HTTPResponse.Status
    let detail: String
    var fields: [FieldError] = []
    var headers: HTTPFields = [:]

    static let mediaType = "application/problem+json"

    func response(requestID: String) -> Response {
        var headers = headers
        headers[.contentType] = Self.mediaType
        let body = ByteBuffer(bytes: json(requestID: requestID))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    func json(requestID: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("type", "about:blank")
            json.field("title", status.reasonPhrase)
            json.field("status", status.code)
            json.field("detail", detail)
            json.field("requestId", requestID)
            guard !fields.isEmpty else { return }
            json.field("errors") { json in
                json.array(fields) { json, field in
                    json.object { json in
                        json.field("pointer", field.pointer)
                        json.field("detail", field.detail)
                    }
                }
            }
        }
        return json.bytes
    }
}

extension Problem {
    init(_ error: DomainError) {
        self.init(status: error.code.status, detail: error.detail, fields: error.fields)
        if error.code == .unauthenticated { headers[.wwwAuthenticate] = "Bearer" }
        if [.unavailable, .tooOften, .noSpace].contains(error.code) {
            headers[.retryAfter] = String(error.retryAfter)
        }
    }

    /// For an address without a route.
    static let nothingHere = "This address doesn't exist."

    /// Errors of the framework and of the server's own transport rules.
    init(_ error: HTTPError) {
        let detail = error.status == .notFound ? Self.nothingHere : error.body
        self.init(status: error.status, detail: detail ?? error.status.reasonPhrase, headers: error.headers)
    }
}

extension DomainError.Code {
    /// The HTTP meaning of an error.
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .badRequest
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .unprocessable: .unprocessableContent
        case .unavailable: .serviceUnavailable
        case .tooOften: .tooManyRequests
        case .noSpace: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
        }
    }
}
