import HTTPTypes
import TestSupport
import Testing

/// Expects an error body with exactly the fields of RFC 9457 and ours, and with these fields of the request named.
func expectProblem(
    _ answer: TestAnswer, _ status: Int, pointers: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
) {
    let problem = answer.json
    let keys: Set = ["type", "title", "status", "detail", "requestId"]
    #expect(answer.status == status, "\(answer.body)", sourceLocation: sourceLocation)
    guard answer.status == status else { return }
    #expect(answer.headers[.contentType] == "application/problem+json", sourceLocation: sourceLocation)
    #expect(problem.keys == (pointers.isEmpty ? keys : keys.union(["errors"])), sourceLocation: sourceLocation)
    #expect(problem["type"] == "about:blank", sourceLocation: sourceLocation)
    #expect(problem["title"]?.text?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(problem["status"]?.integer == status, sourceLocation: sourceLocation)
    #expect(problem["detail"]?.text?.isEmpty == false, sourceLocation: sourceLocation)
    #expect(problem["requestId"]?.text == answer.headers[.testRequestID], sourceLocation: sourceLocation)
    let errors = problem["errors"]?.elements ?? []
    #expect(errors.compactMap { $0["pointer"]?.text } == pointers, sourceLocation: sourceLocation)
    #expect(errors.allSatisfy { $0.keys == ["pointer", "detail"] }, sourceLocation: sourceLocation)
    #expect(answer.headers[.setCookie] == nil, sourceLocation: sourceLocation)
}
