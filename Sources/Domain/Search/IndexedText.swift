/// The folded words of a text, with spaces between them and an organization's mark before each.
package struct IndexedText: Equatable, Sendable {
    package let words: String
    /// What stands together without a space and has names such as `getUserById` in it, once more with these in parts, and
    /// what two or three parts together are. A mark by itself stands between two such places, so that no phrase goes from
    /// one to the next.
    package let parts: String?
}

/// What becomes an `IndexedText`, in UTF-8.
struct IndexedLine {
    let mark: [UInt8]
    private(set) var words: [UInt8] = []
    private(set) var parts: [UInt8] = []
    /// Where in `words` the words begin that stand together, and where the parts of the names among them do.
    private var chunk = 0
    private var breaks: [Int] = []
    /// The parts of these names that are found together.
    private var joints: [ArraySlice<UInt8>] = []

    init(mark: [UInt8]) {
        self.mark = mark
    }

    /// Appends the word that was read last.
    mutating func append(_ reader: TextWords) {
        if !words.isEmpty { words.append(UInt8(ascii: " ")) }
        if !reader.isJoined { chunk = words.count }
        words.append(contentsOf: mark)
        for offset in reader.breaks { breaks.append(words.count + offset) }
        words.append(contentsOf: reader.word)
        if !reader.breaks.isEmpty { joints += reader.joints }
    }

    /// Ends what stands together.
    mutating func endChunk() {
        guard !breaks.isEmpty else { return }
        if !parts.isEmpty {
            separate()
            parts.append(UInt8(ascii: " "))
        }
        var start = chunk
        for end in breaks {
            parts.append(contentsOf: words[start..<end])
            separate()
            start = end
        }
        parts.append(contentsOf: words[start...])
        for joint in joints {
            separate()
            parts.append(contentsOf: joint)
        }
        breaks.removeAll(keepingCapacity: true)
        joints.removeAll(keepingCapacity: true)
    }

    private mutating func separate() {
        parts.append(UInt8(ascii: " "))
        parts.append(contentsOf: mark)
    }
}
