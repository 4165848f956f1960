/// Drops English articles, which a title doesn't need: "Fix login page".
enum Articles {
    /// The article stays before these words: "a few tests" is not "few tests".
    private static let idioms: Set<String> = ["few", "little", "bit", "lot", "while", "look"]

    static func dropped(from words: ArraySlice<Word>) -> [Word] {
        guard words.contains(where: { $0.is(.article) }), isEnglish(words) else { return Array(words) }
        let isAllCapitals = words.allSatisfy { $0.text == $0.text.uppercased() }
        return words.indices.filter { index in
            guard words[index].is(.article) else { return true }
            let isFirst = index == words.startIndex
            let next = words[index...].dropFirst().first
            return isRate(words, at: index)
                || !isArticle(words[index].text, before: next, capitalCounts: isFirst || isAllCapitals)
        }.map { words[$0] }
    }

    /// In "once a day", "20 times an hour" and "there is a", the article is needed for the meaning.
    private static func isRate(_ words: ArraySlice<Word>, at index: Int) -> Bool {
        guard let previous = words[..<index].last, words[index].key != "the" else { return false }
        if previous.is(.count) || previous.text.utf8.first?.isASCIIDigit == true && previous.kind == .plain {
            return true
        }
        let before = words[..<index].dropLast().last?.key
        return before == "there" && ["is", "was", "isn't", "should", "be"].contains(previous.key)
    }

    /// A capital "A" within a sentence is a name ("plan A"), and so is an article without a word after it.
    private static func isArticle(_ text: String, before next: Word?, capitalCounts: Bool) -> Bool {
        switch text {
        case "the", "The", "THE", "an", "An": next.map { !$0.key.isEmpty } ?? false
        case "a", "A", "AN":
            (text == "a" || capitalCounts)
                && next.map { !$0.key.isEmpty && !idioms.contains($0.key) && !$0.is(.neverAfterArticle) } ?? false
        default: false
        }
    }

    /// Whether the words are probably English: in other languages "a", "an" and "the" are ordinary words.
    static func isEnglish(_ words: ArraySlice<Word>) -> Bool {
        var balance = 0
        for word in words where word.kind == .plain {
            if word.isUnspaced { return false }
            let traits = word.traits
            if traits.contains(.english) {
                balance += 1
            } else if traits.contains(.foreign) {
                balance -= 1
            }
            if word.text.utf8.contains(where: { $0 >= 0x80 }),
                word.text.unicodeScalars.contains(where: { !$0.isASCII && $0.properties.isAlphabetic })
            {
                balance -= 1
            }
        }
        return balance >= 0
    }
}
