/// Finds a phrase in a sequence of words, in time linear in the number of words (Knuth, Morris and Pratt).
struct SearchedPhrase {
    private let words: [[UInt8]]
    private let isPrefix: Bool
    /// For each length of a partial match: the length of the longest shorter match to continue with when the next word
    /// differs.
    private var fallbacks: [Int] = [0]
    private var matched = 0

    var count: Int { words.count }

    /// - Parameter isPrefix: whether the last word is a prefix.
    init(_ words: [String], isPrefix: Bool) {
        self.words = words.map { Array($0.utf8) }
        self.isPrefix = isPrefix
        var length = 0
        for index in words.indices.dropFirst() {
            while length > 0, words[index] != words[length] { length = fallbacks[length - 1] }
            if words[index] == words[length] { length += 1 }
            fallbacks.append(length)
        }
    }

    /// Processes the next word. It must not be called again after it returned `true`.
    ///
    /// - Returns: whether a match of the phrase ends with this word.
    mutating func takes(_ word: ArraySlice<UInt8>) -> Bool {
        guard !words.isEmpty else { return false }
        while matched > 0, !fits(word, matched) { matched = fallbacks[matched - 1] }
        if fits(word, matched) { matched += 1 }
        return matched == words.count
    }

    /// Whether the phrase is a single word that is among these.
    func isAny(of words: [ArraySlice<UInt8>]) -> Bool {
        count == 1 && words.contains { fits($0, 0) }
    }

    /// Discards a partial match, because the next word doesn't follow the previous one.
    mutating func beginAnew() {
        matched = 0
    }

    private func fits(_ word: ArraySlice<UInt8>, _ index: Int) -> Bool {
        isPrefix && index == words.count - 1 ? word.starts(with: words[index]) : word == words[index][...]
    }
}
