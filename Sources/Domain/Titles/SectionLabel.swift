/// The headings of issue templates and prompts: they name a part of the message and never say what is wanted.
enum SectionLabel {
    enum Role {
        /// The wish itself may stand under it.
        case request
        /// Circumstances: worth reading only if nothing else says what is wanted.
        case background
    }

    static func role(of text: String) -> Role? {
        role(ofKeys: InlineMarkdown.words(of: text).map(\.key))
    }

    static func role(ofWords words: some Collection<Word>) -> Role? {
        words.count > longestHeading ? nil : role(ofKeys: words.map(\.key))
    }

    /// A label in front of its text, as in "Expected behavior: the form is sent", and the words that it takes.
    static func leading(_ words: ArraySlice<Word>) -> (role: Role, length: Int)? {
        let isBracketed = words.first?.text.startsWith(anyOf: "[(") == true
        let end = words.prefix(longestLabel).firstIndex { $0.endsLabel || isBracketed && $0.text.endsWith(anyOf: "])") }
        guard let end, let role = role(ofWords: words[...end]) else { return nil }
        return (role, end - words.startIndex + 1)
    }

    private static let longestLabel = 7
    private static let longestHeading = 14

    private static func role(ofKeys keys: [String]) -> Role? {
        let phrase = withoutNumbers(keys.filter { !$0.isEmpty }).joined(separator: " ")
        if background.contains(phrase) || backgroundStarts.contains(where: { phrase.hasPrefix($0) }) {
            return .background
        }
        if request.contains(phrase) || requestStarts.contains(where: phrase.hasPrefix) { return .request }
        return nil
    }

    /// "1. Summary", "🐛 Bug report" and "Task 3" are labels too.
    private static func withoutNumbers(_ keys: [String]) -> [String] {
        let fromLetters = keys.drop { $0.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic } }
        return fromLetters.reversed().drop { $0.utf8.allSatisfy(\.isASCIIDigit) }.reversed()
    }
}

extension Word {
    fileprivate var endsLabel: Bool { text.endsWith(anyOf: ":：") || ["-", "–", "—"].contains(text) }
}
