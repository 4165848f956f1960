import Threads

/// Finds where secrets stand in one text.
struct SecretSearch {
    /// After how many bytes it looks whether the result is still wanted.
    private static let stretch = 262_144

    private let automaton: PatternAutomaton
    private var canonical = CanonicalText()
    private var state: Int32 = 0
    /// Where the last bytes that were read as secrets are begin in the text; a ring as long as the longest pattern.
    private var starts: [Int]
    private var count = 0
    private var places: [Range<Int>] = []

    init(_ automaton: PatternAutomaton) {
        self.automaton = automaton
        starts = Array(repeating: 0, count: automaton.longest)
    }

    /// - Returns: in their order; where two overlap, one that covers both.
    mutating func places(
        in bytes: UnsafeBufferPointer<UInt8>, unless cancellation: Cancellation
    ) throws(CancellationError) -> [Range<Int>] {
        while canonical.offset < bytes.count {
            try cancellation.check()
            let end = min(canonical.offset + Self.stretch, bytes.count)
            while canonical.offset < end { read(bytes) }
        }
        var canonical = canonical
        canonical.finish { take($0, $1, $2) }
        return places
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        // A copy, since both change.
        var canonical = canonical
        canonical.readNext(of: bytes) { take($0, $1, $2) }
        self.canonical = canonical
    }

    private mutating func take(_ byte: UInt8, _ start: Int, _ end: Int) {
        state = automaton.state(after: state, byte)
        starts[count % starts.count] = start
        count &+= 1
        let length = automaton.match(in: state)
        guard length > 0 else { return }
        var place = starts[(count &- length) % starts.count]..<end
        while let last = places.last, last.upperBound > place.lowerBound {
            place = min(last.lowerBound, place.lowerBound)..<max(last.upperBound, end)
            places.removeLast()
        }
        places.append(place)
    }
}
