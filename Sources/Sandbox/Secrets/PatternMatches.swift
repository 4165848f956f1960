/// Follows an automaton through a text that is given byte by byte, and keeps where its patterns stand in the original.
struct PatternMatches {
    private let automaton: PatternAutomaton
    private var state: Int32 = 0
    /// Where the last bytes begin in the original; a ring as long as the longest pattern.
    private var starts: [Int]
    /// The ring's next place.
    private var next = 0
    /// In their order; where two overlap, one that covers both.
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
