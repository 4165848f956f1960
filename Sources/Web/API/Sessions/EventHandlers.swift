import Domain
import Hummingbird

/// Handlers for the event streams.
struct EventHandlers: Sendable {
    let services: Services

    /// `GET /api/events`: the events of the organization.
    func followOrganization(_ call: Call<Member>) async throws -> Response {
        try await services.follow(EventScope(organization: call.identity.organization, session: nil), call)
    }

    /// `GET /api/sessions/{id}/events`: the events of a session, until it is deleted.
    func followSession(_ call: Call<Member>) async throws -> Response {
        let scope = EventScope(organization: call.identity.organization, session: call.sessionID)
        return try await services.follow(scope, call)
    }
}
