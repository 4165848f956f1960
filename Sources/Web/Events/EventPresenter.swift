import NIOCore

/// Turns the events of a stream into the bytes that its client gets.
protocol EventPresenter: Sendable {
    /// - Parameter events: at least one, in their order.
    func bytes(for events: [EncodedEvent]) async throws -> [ByteBuffer]
}

/// The events themselves, as the API documents them.
struct PlainEvents: EventPresenter {
    func bytes(for events: [EncodedEvent]) -> [ByteBuffer] { events.map(\.bytes) }
}
