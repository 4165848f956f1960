/// The headings of issue templates and prompts, which name a section of the message and never contain the request.
enum SectionLabel {
    enum Role {
        /// The section can contain the request itself.
        case request
        /// The section is background information, used only if nothing else says what is wanted.
        case background
    }

    static func role(of text: String) -> Role? {
        role(ofWords: InlineMarkdown.words(of: text)[...])
    }

    /// Whether the text can be a label: a fast check whether a label's phrase begins with its first word.
    static func mayBeLabel(_ text: String) -> Bool {
        var words = InlineMarkdown(text, .asWritten)
        while let word = words.next() {
            guard word.key.unicodeScalars.contains(where: \.properties.isAlphabetic) else { continue }
            return !word.starting.isDisjoint(with: [
                .requestLabel, .backgroundLabel, .requestStartLabel, .backgroundStart,
            ])
        }
        return false
    }

    /// The role of words that are a label and nothing else.
    static func role(ofWords words: ArraySlice<Word>) -> Role? {
        guard words.count <= longestHeading else { return nil }
        return role(ofLabel: withoutNumbers(words))
    }

    /// Like `role(ofWords:)`, and also for headings that are about background information: "On which version did you
    /// see it?"
    static func role(ofHeading words: ArraySlice<Word>) -> Role? {
        if let role = role(ofWords: words) { return role }
        guard words.count <= longestHeading else { return nil }
        if words.prefixLength(.backgroundQuestion) != nil { return .background }
        let names = words.contains { [$0][...].prefixLength(.backgroundLabel) != nil || holdsBackground($0) }
        return names ? .background : nil
    }

    /// Whether it is a question in a form to the person who fills it in: "What did you do?"
    static func isFormQuestion(_ words: ArraySlice<Word>) -> Bool {
        words.prefixLength(.backgroundQuestion) != nil
            && words.contains { $0.key == "you" || $0.key == "i" || $0.key == "i've" }
    }

    /// A label before its text, as in "Expected behavior: the form is sent", and its number of words.
    static func leading(_ words: ArraySlice<Word>) -> (role: Role, length: Int)? {
        guard let first = words.first, first.kind == .plain else { return nil }
        let isBracketed = first.firstByte == UInt8(ascii: "[") || first.firstByte == UInt8(ascii: "(")
        let end = words.prefix(longestLabel).firstIndex {
            $0.endsLabel || isBracketed && ($0.lastByte == UInt8(ascii: "]") || $0.lastByte == UInt8(ascii: ")"))
        }
        guard let end, let role = role(ofLabel: withoutNumbers(words[...end])) else { return nil }
        return (role, end - words.startIndex + 1)
    }

    private static let longestLabel = 7
    private static let longestHeading = 14

    private static func role(ofLabel words: ArraySlice<Word>) -> Role? {
        if words.isEmpty { return nil }
        if words.isPhrase(.backgroundLabel) || words.prefixLength(.backgroundStart) != nil { return .background }
        if words.isPhrase(.requestLabel) || words.prefixLength(.requestStartLabel) != nil { return .request }
        return nil
    }

    /// In Chinese and Japanese a heading is read as one word.
    private static func holdsBackground(_ word: Word) -> Bool {
        word.isUnspaced && unspacedBackground.contains { word.text.holds($0) }
    }

    private static let unspacedBackground = Language.all.filter { !$0.isSpaced }
        .flatMap { Vocabulary.phrases(of: $0.backgroundLabels) }

    /// Removes numbers and emoji: "1. Summary", "🐛 Bug report" and "Task 3" are labels too.
    private static func withoutNumbers(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
        var words = words
        while let first = words.first, !first.key.unicodeScalars.contains(where: \.properties.isAlphabetic) {
            words.removeFirst()
        }
        while let last = words.last, last.key.utf8.allSatisfy(\.isASCIIDigit) { words.removeLast() }
        return words
    }
}

extension Word {
    fileprivate var endsLabel: Bool {
        if lastByte.isASCIILetter { return false }
        return text.endsWith(anyOf: ":：") || ["-", "–", "—"].contains(text)
    }
}
