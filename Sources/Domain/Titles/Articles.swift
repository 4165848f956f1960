/// Drops the English articles, which a title does without.
enum Articles {
    /// "A few tests" is not "few tests".
    private static let idioms: Set<String> = ["few", "little", "bit", "lot", "while", "look"]

    static func dropped(from words: ArraySlice<Word>) -> [Word] {
        guard isEnglish(words) else { return Array(words) }
        let isAllCapitals = words.allSatisfy { $0.text == $0.text.uppercased() }
        return words.indices.filter { index in
            let isFirst = index == words.startIndex
            let next = words[index...].dropFirst().first
            return !isArticle(words[index].text, before: next?.key, capitalCounts: isFirst || isAllCapitals)
        }.map { words[$0] }
    }

    /// A capital "A" within a sentence is a name ("plan A"); so is an article with nothing after it to belong to.
    private static func isArticle(_ text: String, before next: String?, capitalCounts: Bool) -> Bool {
        switch text {
        case "the", "The", "THE", "an", "An": next != nil && next != ""
        case "a", "A", "AN":
            (text == "a" || capitalCounts)
                && next.map { !idioms.contains($0) && !FunctionWords.neverAfterArticle.contains($0) } ?? false
        default: false
        }
    }

    /// In other languages "a", "an" and "the" are words of their own.
    private static func isEnglish(_ words: ArraySlice<Word>) -> Bool {
        var balance = 0
        for word in words where word.kind == .plain {
            if word.text.first?.isWrittenWithoutSpaces == true { return false }
            if FunctionWords.english.contains(word.key) { balance += 1 }
            if FunctionWords.foreign.contains(word.key) { balance -= 1 }
            if word.text.unicodeScalars.contains(where: { !$0.isASCII && $0.properties.isAlphabetic }) { balance -= 1 }
        }
        return balance >= 0
    }
}
