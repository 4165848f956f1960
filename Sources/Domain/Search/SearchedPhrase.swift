/// A phrase to find among the words of a text, in time that follows the text's length whatever the two say
/// (Knuth, Morris and Pratt).
struct SearchedPhrase {
    private let words: [[UInt8]]
    private let isPrefix: Bool
    /// How much of the phrase still holds when the word after its first `n` is another one.
    private var fallbacks: [Int] = [0]
    private var matched = 0

    var count: Int { words.count }

    /// - Parameter isPrefix: whether the last word may go on.
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

    /// It is no more to be called once that was so.
    ///
    /// - Returns: whether the phrase ends with this word.
    mutating func takes(_ word: ArraySlice<UInt8>) -> Bool {
        guard !words.isEmpty else { return false }
        while matched > 0, !fits(word, matched) { matched = fallbacks[matched - 1] }
        if fits(word, matched) { matched += 1 }
        return matched == words.count
    }

    /// Whether it is one word, and one of these.
    func isAny(of words: [ArraySlice<UInt8>]) -> Bool {
        count == 1 && words.contains { fits($0, 0) }
    }

    /// Forgets the words before, which the next one doesn't follow.
    mutating func beginAnew() {
        matched = 0
    }

    private func fits(_ word: ArraySlice<UInt8>, _ index: Int) -> Bool {
        isPrefix && index == words.count - 1 ? word.starts(with: words[index]) : word == words[index][...]
    }
}
