import Domain
import NIOCore

/// An organization's latest events. A stream that has read far enough continues from here, all others from the log.
struct EventTail: Sendable {
    /// All of the organization's events in the log after `start`, up to and including `end`, are here.
    private(set) var start: Int
    private(set) var end: Int
    private var events: [EncodedEvent] = []
    private var size = 0

    private static let capacity = 512
    private static let byteCapacity = 1_048_576

    init(at position: Int) {
        start = position
        end = position
    }

    /// The newest event is kept, however large it is, so that not every stream has to read it from the log.
    mutating func append(_ new: [EncodedEvent], upTo end: Int) {
        events += new
        size += new.reduce(0) { $0 + $1.bytes.readableBytes }
        var excess = 0
        while events.count - excess > Self.capacity || size > Self.byteCapacity && events.count - excess > 1 {
            size -= events[excess].bytes.readableBytes
            start = events[excess].number
            excess += 1
        }
        events.removeFirst(excess)
        self.end = end
    }

    /// - Parameter limit: the maximum number of events.
    /// - Returns: `nil` if some of the events are no longer here.
    func events(after position: Int, of scope: EventScope, limit: Int) -> [EncodedEvent]? {
        guard position >= start else { return nil }
        let first = events.partitioningIndex { $0.number > position }
        return Array(events[first...].lazy.filter { $0.isPart(of: scope) }.prefix(limit))
    }
}

extension RandomAccessCollection {
    /// The index of the first element with the property, in a collection in which all elements after it have the
    /// property too.
    fileprivate func partitioningIndex(where hasProperty: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if hasProperty(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
