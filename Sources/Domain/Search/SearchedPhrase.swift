/// A term as words to compare with those of a text, in time that follows the text's length whatever the two say
/// (Knuth, Morris and Pratt).
struct SearchedPhrase {
    private let words: [[UInt32]]
    private let isPrefix: Bool
    /// How much of the phrase still holds when the word after its first `n` is another one.
    private var fallbacks: [Int] = [0]
    private var matched = 0

    var count: Int { words.count }

    init(_ term: SearchQuery.Term) {
        var reader = TextWords(SearchText.separated(term.text))
        var words: [[UInt32]] = []
        while let word = reader.next() { words.append(word.scalars) }
        self.words = words
        isPrefix = term.isPrefix
        var length = 0
        for index in words.indices.dropFirst() {
            while length > 0, words[index] != words[length] { length = fallbacks[length - 1] }
            if words[index] == words[length] { length += 1 }
            fallbacks.append(length)
        }
    }

    /// - Returns: whether the phrase ends with this word.
    mutating func takes(_ word: [UInt32]) -> Bool {
        guard !words.isEmpty else { return false }
        while matched > 0, !fits(word, matched) { matched = fallbacks[matched - 1] }
        if fits(word, matched) { matched += 1 }
        return matched == words.count
    }

    private func fits(_ word: [UInt32], _ index: Int) -> Bool {
        isPrefix && index == words.count - 1 ? word.starts(with: words[index]) : word == words[index]
    }
}
