import HTTPTypes
import Hummingbird
import NIOCore

/// A response of the GitHub stand-in.
package struct StandInAnswer: Sendable {
    let status: Int
    let body: JSONValue?
    let headers: [String: String]

    package init(_ status: Int, _ body: JSONValue?, headers: [String: String] = [:]) {
        self.status = status
        self.body = body
        self.headers = headers
    }

    static let badCredentials = StandInAnswer(401, ["message": "Bad credentials", "status": "401"])
    static let notFound = StandInAnswer(404, ["message": "Not Found", "status": "404"])

    static func exists(_ head: String) -> StandInAnswer {
        .invalid("A pull request already exists for acme:\(head).")
    }

    /// Status 422 with this reason.
    package static func invalid(_ reason: String) -> StandInAnswer {
        StandInAnswer(
            422,
            [
                "message": "Validation Failed", "status": "422",
                "errors": [["resource": "PullRequest", "code": "custom", "message": .string(reason)]],
            ])
    }

    var response: Response {
        var fields: HTTPFields = [.contentType: "application/json; charset=utf-8"]
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: .init(code: status), headers: fields,
            body: body.map { ResponseBody(byteBuffer: ByteBuffer(string: $0.json)) } ?? ResponseBody())
    }
}

/// A planned failure of a request.
package enum PlannedFailure: Sendable {
    /// The request has no effect and gets this response.
    case instead(StandInAnswer)
    /// The request has no effect and gets no response.
    case hang
    /// The request has its effect, but the response is lost.
    case losingTheAnswer
}
