/// Finds a term in the words of a text, either in whole words or in the parts of names in one chunk, as the index does.
struct SearchedTerm {
    private var phrases: [SearchedPhrase]
    private var phrasesOfParts: [SearchedPhrase]
    private var words = 0
    /// For each part since the last space: the index of its word.
    private var wordsOfParts: [Int] = []

    init(_ term: SearchQuery.Term) {
        phrases = term.phrases.map { SearchedPhrase($0, isPrefix: term.isPrefix) }
        phrasesOfParts = phrases
    }

    /// - Returns: the indexes of the matched words, if a match ends with the word that the reader read last.
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
