import Domain
import NIOCore

/// An event as it is sent: the same bytes to every client.
struct EncodedEvent: Sendable {
    let number: Int
    let scope: EventScope
    let bytes: ByteBuffer
    /// Whether this is the last event of the session.
    let endsSession: Bool

    init(_ event: Event) {
        number = event.number
        scope = EventScope(
            organization: event.organization, session: event.type == .statsChanged ? nil : event.session)
        bytes = EventText.event(event)
        endsSession = event.type == .sessionDeleted
    }

    func isPart(of scope: EventScope) -> Bool {
        scope.organization == self.scope.organization
            && (scope.session == nil || scope.session == self.scope.session)
    }
}
