import Domain
import Hummingbird
import Logging
import NIOCore
import Storage

/// Serves one event stream from its first byte to its last.
///
/// It is a class so that values that live as long as the connection aren't copied from one frame of its task to the
/// next.
final class EventDelivery: Sendable {
    private let stream: EventStream
    private let presenter: any EventPresenter
    /// The stream counts as open for as long as this object exists.
    private let place: OccupancySlot
    private let start: EventStart
    private let store: DataStore
    private let clock: Clock
    private let feed: EventFeed
    private let requestBody: RequestBody
    private let logger: Logger

    init(
        stream: EventStream, by presenter: any EventPresenter, in place: OccupancySlot, start: EventStart,
        services: Services, requestBody: RequestBody, logger: Logger
    ) {
        self.stream = stream
        self.presenter = presenter
        self.place = place
        self.start = start
        store = services.store
        clock = services.clock
        feed = services.eventFeed
        self.requestBody = requestBody
        self.logger = logger
    }

    /// Writes until the stream ends or its client disconnects, which is noticed at once.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        let stream = stream
        try await requestBody.consumeWithInboundCloseHandler { _ in
            try await follow(writer: &writer)
        } onInboundClosed: {
            stream.end()
        }
        try await writer.finish(nil)
    }

    private func follow(writer: inout any ResponseBodyWriter) async throws {
        feed.join(stream, at: start)
        defer { feed.leave(stream) }
        var opening = [EventText.start(at: start.position)]
        if start.isReset { opening.append(EventText.reset(at: start.position)) }
        try await stream.write(opening, to: &writer)
        // Access that ended before the stream joined sent it no signal.
        guard try await read({ try await stream.credential.isValid(in: store, at: clock.now()) }) else { return }
        for await _ in stream.signals {
            try await writeNews(to: &writer)
        }
    }

    private func writeNews(to writer: inout any ResponseBodyWriter) async throws {
        while !stream.isEnded {
            switch feed.next(for: stream) {
            case .send(let events):
                try await write(events, to: &writer)
            case .catchUp(let position):
                let batch = try await read {
                    try await store.events.events(after: position, of: stream.scope, at: clock.now())
                }
                // The client reconnects with its last position, and is then told that events are missing.
                guard let batch else { return stream.end() }
                try await write(batch.events.map(EncodedEvent.init), to: &writer)
                feed.advance(stream, to: batch.end)
            case .wait:
                guard stream.isSilent(for: feed.timing.keepAlive) else { return }
                try await stream.write([EventText.comment], to: &writer)
            }
        }
    }

    private func write(_ events: [EncodedEvent], to writer: inout any ResponseBodyWriter) async throws {
        guard !events.isEmpty else { return }
        let bytes = try await read { try await presenter.bytes(for: events) }
        try await stream.write(bytes, to: &writer)
        if stream.scope.session != nil, events.contains(where: \.endsSession) { stream.end() }
    }

    /// Logs a failed query: the response has begun, so nothing else would report why it breaks off.
    private func read<Value>(_ query: () async throws -> Value) async throws -> Value {
        do {
            return try await query()
        } catch {
            if !Task.isCancelled { logger.error("an event stream can't continue", metadata: ["error": "\(error)"]) }
            throw error
        }
    }
}
