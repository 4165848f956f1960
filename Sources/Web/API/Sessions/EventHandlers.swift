import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Handlers for the event streams.
struct EventHandlers: Sendable {
    let services: Services

    /// `GET /api/events`: the events of the organization.
    func followOrganization(_ call: Call<Member>) async throws -> Response {
        try await follow(EventScope(organization: call.identity.organization, session: nil), call)
    }

    /// `GET /api/sessions/{id}/events`: the events of a session, until it is deleted.
    func followSession(_ call: Call<Member>) async throws -> Response {
        try await follow(EventScope(organization: call.identity.organization, session: call.sessionID), call)
    }

    /// Responds with all events after the client's position, or with those from now on if the client has none.
    private func follow(_ scope: EventScope, _ call: Call<Member>) async throws -> Response {
        let place = try services.growth.stream(of: call.identity.caller)
        let start = try await services.store.events.start(after: try call.eventPosition(), of: scope)
        let channel = call.context.channel
        let stream = EventStream(of: scope, credential: StreamCredential(call.identity)) { channel.close(promise: nil) }
        let delivery = EventDelivery(
            stream: stream, in: place, start: start, services: services, requestBody: call.request.body,
            logger: call.logger)
        return Response(
            status: .ok,
            // The framework closes the connection after a stream; a client that isn't told would use it again
            // meanwhile.
            headers: [
                .contentType: "text/event-stream", .connection: "close", .xAccelBuffering: "no",
            ],
            body: ResponseBody { try await delivery.write(to: &$0) })
    }
}
