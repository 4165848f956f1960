/// Removes politeness in Chinese, Japanese and Thai, which have no spaces.
extension Courtesies {
    /// Removes openings from the first word, which is a whole clause in these languages.
    static func stripUnspaced(_ outcome: inout Outcome) {
        while let first = outcome.words.first, first.isUnspaced {
            var rest = first.text[...]
            while let shorter = textAfterOpening(rest, &outcome) { rest = shorter }
            guard rest.startIndex > first.text.startIndex else { break }
            outcome.words.removeFirst()
            outcome.isOpened = true
            if !rest.isEmpty {
                outcome.words = [Word(String(rest))] + outcome.words
                break
            }
        }
        if let first = outcome.words.first, first.isUnspaced,
            Unspaced.shared.prefix(of: first.text[...], .closing) != nil
        {
            outcome.isSmallTalk = true
        }
    }

    private static func textAfterOpening(_ text: Substring, _ outcome: inout Outcome) -> Substring? {
        if let (_, rest) = Unspaced.shared.prefix(of: text, [.greeting, .pausedFiller]), endsGreeting(rest) {
            return rest.drop(while: \.isPunctuation)
        }
        guard let (_, rest) = Unspaced.shared.prefix(of: text, .opening) else { return nil }
        outcome.isRequest = true
        return rest.drop(while: \.isPunctuation)
    }

    /// Whether the greeting ends here: with another character after it, it could be the beginning of a longer word.
    private static func endsGreeting(_ rest: Substring) -> Bool {
        guard let next = rest.first else { return true }
        return next.isPunctuation || Unspaced.shared.prefix(of: rest, [.opening, .question]) != nil
    }

    /// Removes thanks at the end, and the ending of a request, such as the 吗 of "can you … 吗?".
    static func stripUnspacedClosings(_ outcome: inout Outcome) {
        guard let last = outcome.words.last, outcome.words.contains(where: \.isUnspaced) else { return }
        let roles: Vocabulary.Roles = outcome.isRequest ? [.politeness, .requestEnding] : .politeness
        var text = last.text[...]
        while true {
            let core = text.dropLast(trailingMarks(of: text))
            guard let rest = Unspaced.shared.suffix(of: core, roles) else { break }
            text = rest.dropLast(trailingMarks(of: rest))
        }
        if text.isEmpty {
            if outcome.words.count > 1 { outcome.words.removeLast() }
        } else if text.endIndex < last.text.endIndex {
            outcome.words[outcome.words.endIndex - 1] = last.replacingText(with: String(text))
        }
    }

    private static func trailingMarks(of text: Substring) -> Int {
        text.reversed().prefix { $0.isPunctuation }.count
    }
}
