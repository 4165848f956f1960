/// The folded words of a text, separated by spaces, each with the organization's mark in front.
package struct IndexedText: Equatable, Sendable {
    package let words: String
    /// Chunks of text without a space that contain names such as `getUserById`: once more with the names in parts,
    /// followed by each two or three adjacent parts joined. A lone mark separates the entries, so that no phrase
    /// matches across them.
    package let parts: String?
}

/// Builds an `IndexedText`, in UTF-8.
struct IndexedLine {
    let mark: [UInt8]
    private(set) var words: [UInt8] = []
    private(set) var parts: [UInt8] = []
    /// The offset in `words` at which the current chunk begins, and the offsets at which the parts of its names begin.
    private var chunk = 0
    private var breaks: [Int] = []
    /// The joined parts of these names, which are found too.
    private var joints: [ArraySlice<UInt8>] = []

    init(mark: [UInt8]) {
        self.mark = mark
    }

    /// Appends the word that the reader read last.
    mutating func append(_ reader: TextWords) {
        if !words.isEmpty { words.append(UInt8(ascii: " ")) }
        if !reader.isJoined { chunk = words.count }
        words.append(contentsOf: mark)
        for offset in reader.breaks { breaks.append(words.count + offset) }
        words.append(contentsOf: reader.word)
        if !reader.breaks.isEmpty { joints += reader.joints }
    }

    /// Ends the current chunk.
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
