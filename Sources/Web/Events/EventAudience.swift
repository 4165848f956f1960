import Domain

/// The streams of an organization, how far each has read, and the latest events for them.
struct EventAudience {
    /// The next action of a stream.
    enum Next {
        case send([EncodedEvent])
        /// The events after this position must be read from the log.
        case catchUp(after: Int)
        case wait
    }

    private struct Listener {
        let stream: EventStream
        var position: Int
    }

    /// How many events are sent before the stream checks again whether it has to end.
    private static let batchSize = 64

    private var tail: EventTail
    private var listeners: [ObjectIdentifier: Listener] = [:]

    init(at position: Int) {
        tail = EventTail(at: position)
    }

    var isEmpty: Bool { listeners.isEmpty }
    var count: Int { listeners.count }
    var streams: some Sequence<EventStream> { listeners.values.lazy.map(\.stream) }

    mutating func join(_ stream: EventStream, at position: Int) {
        listeners[ObjectIdentifier(stream)] = Listener(stream: stream, position: position)
    }

    mutating func leave(_ stream: EventStream) {
        listeners[ObjectIdentifier(stream)] = nil
    }

    mutating func next(for stream: EventStream) -> Next {
        guard let position = listeners[ObjectIdentifier(stream)]?.position else { return .wait }
        guard let events = tail.events(after: position, of: stream.scope, limit: Self.batchSize) else {
            return .catchUp(after: position)
        }
        let isAll = events.count < Self.batchSize
        advance(stream, to: isAll ? tail.end : events.last?.number ?? position)
        return events.isEmpty ? .wait : .send(events)
    }

    mutating func advance(_ stream: EventStream, to position: Int) {
        guard let known = listeners[ObjectIdentifier(stream)]?.position, known < position else { return }
        listeners[ObjectIdentifier(stream)]?.position = position
    }

    /// Adds the next events from the log, and returns the streams that have something to send.
    mutating func publish(_ events: [EncodedEvent], upTo end: Int) -> [EventStream] {
        let before = tail.end
        tail.append(events, upTo: end)
        let sessions = Set(events.lazy.compactMap(\.scope.session))
        var awakened: [EventStream] = []
        for (id, listener) in listeners {
            let isConcerned = listener.stream.scope.session.map(sessions.contains) ?? !events.isEmpty
            if isConcerned {
                awakened.append(listener.stream)
            } else if listener.position >= before {
                listeners[id]?.position = max(listener.position, end)
            }
        }
        return awakened
    }

    /// Discards the latest events: some before this position were not read for this organization.
    mutating func restart(at position: Int) {
        tail = EventTail(at: position)
    }
}
