/// A term to find among the words of a text: by the words, or by the parts of names that stand together, as the index
/// has it.
struct SearchedTerm {
    private var phrases: [SearchedPhrase]
    private var phrasesOfParts: [SearchedPhrase]
    private var words = 0
    /// Of each part since the last space, in which word it is.
    private var wordsOfParts: [Int] = []

    init(_ term: SearchQuery.Term) {
        phrases = term.phrases.map { SearchedPhrase($0, isPrefix: term.isPrefix) }
        phrasesOfParts = phrases
    }

    /// - Returns: which words the term is in when it ends with the one that was read last.
    mutating func takes(_ reader: TextWords) -> ClosedRange<Int>? {
        defer { words += 1 }
        for index in phrases.indices where phrases[index].takes(reader.word[...]) {
            return words - phrases[index].count + 1...words
        }
        if !reader.isJoined {
            wordsOfParts.removeAll(keepingCapacity: true)
            for index in phrasesOfParts.indices { phrasesOfParts[index].beginAnew() }
        }
        if !reader.breaks.isEmpty {
            for index in phrases.indices where phrases[index].isAny(of: reader.joints) { return words...words }
        }
        for part in reader.parts {
            wordsOfParts.append(words)
            for index in phrasesOfParts.indices where phrasesOfParts[index].takes(part) {
                return wordsOfParts[wordsOfParts.count - phrasesOfParts[index].count]...words
            }
        }
        return nil
    }
}
