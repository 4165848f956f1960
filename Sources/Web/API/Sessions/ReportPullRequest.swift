import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `PUT /api/sessions/{id}/pull-request`, for agents outside of our sandbox.
    func reportPullRequest(_ call: Call<Member>) async throws -> Response {
        guard case .apiKey = call.identity.caller else {
            throw DomainError.forbidden("Pull requests are reported by programs, with an API key.")
        }
        let pullRequest = try await call.body(PullRequestBody.self).pullRequest
        let session = try await services.store.sessions.report(
            pullRequest, for: call.sessionID, of: call.identity.organization, at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }
}

private struct PullRequestBody: Decodable {
    let pullRequest: PullRequest

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("number", "url", "status")
        let givenNumber = fields.integer("number")
        if let givenNumber, givenNumber < 1 { fields.fail("number", "must be 1 or more") }
        let givenURL = fields.text("url", PullRequestURL.init(_:))
        let givenStatus = fields.choice("status", PullRequest.Status.self)
        let mergedAt = fields.time("mergedAt")
        if mergedAt != nil, let givenStatus, givenStatus != .merged {
            fields.fail("mergedAt", "goes with the status merged only")
        }
        let (number, url, status) = try fields.finish(givenNumber, givenURL, givenStatus)
        pullRequest = PullRequest(number: number, url: url, status: status, mergedAt: mergedAt)
    }
}
