import HTTPTypes
import Hummingbird
import NIOCore

/// What the stand-in of GitHub answers.
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

    /// 422 for the reason given.
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

/// What may happen to a request.
package enum Mishap: Sendable {
    /// It has no effect, and this answer.
    case instead(StandInAnswer)
    /// It has no effect and no answer.
    case hang
    /// It has its effect, but nobody gets to know.
    case losingTheAnswer
}
