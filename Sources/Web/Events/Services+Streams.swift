import Domain
import HTTPTypes
import Hummingbird
import Storage

extension Services {
    /// Responds with the events after the client's position, or with those from now on if the client has none.
    func follow(_ scope: EventScope, _ call: Call<Member>) async throws -> Response {
        try await follow(scope, for: call.identity, by: PlainEvents(), call)
    }

    /// - Parameter presenter: decides how the events are sent.
    func follow<Identity>(
        _ scope: EventScope, for member: Member, by presenter: any EventPresenter, _ call: Call<Identity>
    ) async throws -> Response {
        let place = try growth.stream(of: member.caller)
        let start = try await store.events.start(after: try call.eventPosition(), of: scope)
        let channel = call.context.channel
        let stream = EventStream(of: scope, credential: StreamCredential(member)) { channel.close(promise: nil) }
        let delivery = EventDelivery(
            stream: stream, by: presenter, in: place, start: start, services: self, requestBody: call.request.body,
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
