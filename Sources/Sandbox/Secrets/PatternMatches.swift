/// Runs an automaton over a text, byte by byte, and records where the patterns are in the original text.
struct PatternMatches {
    private let automaton: PatternAutomaton
    private var state: Int32 = 0
    /// The offsets of the last bytes in the original text; a ring buffer as long as the longest pattern.
    private var starts: [Int]
    /// The next index in the ring buffer.
    private var next = 0
    /// The matches in order; overlapping ones are merged.
    private(set) var places: [Range<Int>] = []

    init(_ automaton: PatternAutomaton) {
        self.automaton = automaton
        starts = Array(repeating: 0, count: automaton.longest)
    }

    mutating func take(_ byte: UInt8, _ start: Int, _ end: Int) {
        guard !automaton.isEmpty else { return }
        state = automaton.state(after: state, byte)
        starts[next] = start
        next &+= 1
        if next == starts.count { next = 0 }
        let length = automaton.match(in: state)
        guard length > 0 else { return }
        let first = next &- length
        var place = starts[first < 0 ? first &+ starts.count : first]..<end
        while let last = places.last, last.upperBound > place.lowerBound {
            place = min(last.lowerBound, place.lowerBound)..<max(last.upperBound, end)
            places.removeLast()
        }
        places.append(place)
    }
}
