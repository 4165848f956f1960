import Domain
import Hummingbird
import NIOCore
import Storage

/// Serves one stream from its first byte to its last.
struct EventDelivery: Sendable {
    let stream: EventStream
    let start: EventStart
    let services: Services

    private var feed: EventFeed { services.eventFeed }

    func write(to writer: inout any ResponseBodyWriter) async throws {
        feed.join(stream, at: start)
        defer { feed.leave(stream) }
        var opening = [EventText.start(at: start.position)]
        if start.isReset { opening.append(EventText.reset(at: start.position)) }
        try await stream.write(opening, to: &writer)
        // What was ended before the stream joined rang for nobody.
        guard try await stream.access.stands(in: services.store, at: services.clock.now()) else { return }
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
                let batch = try await services.store.events.events(
                    after: position, of: stream.scope, at: services.clock.now())
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
        try await stream.write(events.map(\.bytes), to: &writer)
        if stream.scope.session != nil, events.contains(where: \.endsSession) { stream.end() }
    }
}
