/// Recognizes a first line that was written as a title: short, complete, and separated from the text below it.
enum TitleLine {
    private static let length = 2...16
    private static let maximumUnspaced = 40

    /// The title, if the first block of the message can be one. The caller must check that a blank line or a heading
    /// follows.
    static func title(in block: Block) -> Candidate? {
        guard block.lineCount == 1, !block.text.endsWith(anyOf: ".:,;!。：，；！、…।،") else { return nil }
        var words = InlineMarkdown.words(of: block.text)[...]
        while let label = SectionLabel.leading(words), label.role == .request { words = words.dropFirst(label.length) }
        guard let first = words.first, isLongEnough(words), SectionLabel.role(ofWords: words) == nil, !isField(words),
            !first.is(.speaker), !words.contains(where: { $0.kind == .link }), !RolePlay.isOpening(words),
            SectionLabel.leading(words) == nil, isOneSentence(words)
        else { return nil }
        guard Turn.better(of: words) == nil else { return nil }
        let sentence = Courtesies.stripped(from: words)
        guard !sentence.isOpened, let candidate = Candidate(sentence, in: .message), candidate.score > 0 else {
            return nil
        }
        return Candidate(title: sentence)
    }

    private static func isOneSentence(_ words: ArraySlice<Word>) -> Bool {
        var sentences = Sentences(of: Array(words))
        return sentences.next() != nil && sentences.isAtEnd
    }

    /// Whether it is "Key: value", a line of settings or notes. A ticket number or commit type is not a key.
    static func isField(_ words: ArraySlice<Word>) -> Bool {
        guard let colon = words.prefix(3).firstIndex(where: { $0.text.endsWith(anyOf: ":：") }) else { return false }
        let lead = words[...colon]
        guard lead.count <= 2, let first = lead.first else { return true }
        return !isTicket(first.text) && !Sense.isCommitType(first.text)
    }

    /// Whether it is a ticket number such as `ABC-123`, `[ABC-123]` or `#123`, with or without a colon.
    static func isTicket(_ text: String) -> Bool {
        let isMarked = text.startsWith(anyOf: "#[(")
        guard isMarked || text.utf8.contains(UInt8(ascii: "-")) else { return false }
        let core = text.trimming { "[]():#".unicodeScalars.contains($0) }
        let parts = core.split(separator: "-", maxSplits: 1)
        if isMarked, core.utf8.allSatisfy(\.isASCIIDigit) { return !core.isEmpty }
        return parts.count == 2 && parts[0].utf8.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit }
            && parts[1].utf8.allSatisfy(\.isASCIIDigit) && !parts[1].isEmpty
    }

    private static func isLongEnough(_ words: ArraySlice<Word>) -> Bool {
        if words.contains(where: \.isUnspaced) {
            return (4...maximumUnspaced).contains(words.reduce(0) { $0 + $1.text.unicodeScalars.count })
        }
        return length.contains(words.count)
    }
}
