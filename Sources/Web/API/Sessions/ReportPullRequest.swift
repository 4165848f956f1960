import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `PUT /api/sessions/{id}/pull-request`, for agents that run outside our sandbox.
    func reportPullRequest(_ call: Call<Member>) async throws -> Response {
        guard case .apiKey = call.identity.caller else {
            throw DomainError.forbidden("Only programs can report pull requests. Send an API key.")
        }
        let pullRequest = try await call.body(PullRequestBody.self).pullRequest
        let session = try await services.store.sessions.report(
            pullRequest, for: call.sessionID, of: call.identity.organization, at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }
}
