import Domain
import NIOCore

/// An event as it is sent: the same bytes to every client of the API.
struct EncodedEvent: Sendable {
    let number: Int
    let type: EventType
    let scope: EventScope
    let bytes: ByteBuffer
    /// Whether this is the last event of the session.
    var endsSession: Bool { type == .sessionDeleted }

    init(_ event: Event) {
        number = event.number
        type = event.type
        scope = EventScope(
            organization: event.organization, session: event.type == .statsChanged ? nil : event.session)
        bytes = EventText.event(event)
    }

    func isPart(of scope: EventScope) -> Bool {
        scope.organization == self.scope.organization
            && (scope.session == nil || scope.session == self.scope.session)
    }
}
