import Domain
import NIOCore

/// An organization's latest events. Who has read far enough goes on from here, everybody else from the log.
struct EventTail: Sendable {
    /// Everything of the organization that is in the log between these two is here.
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

    /// The newest event is kept however large it is, so that not every reader looks it up.
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

    /// - Parameter limit: how many events there may be at most.
    /// - Returns: `nil` when some of them aren't here any more.
    func events(after position: Int, of scope: EventScope, limit: Int) -> [EncodedEvent]? {
        guard position >= start else { return nil }
        let first = events.partitioningIndex { $0.number > position }
        return Array(events[first...].lazy.filter { $0.isPart(of: scope) }.prefix(limit))
    }
}

extension RandomAccessCollection {
    /// The first place from which on all elements have the property, which none has before.
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
