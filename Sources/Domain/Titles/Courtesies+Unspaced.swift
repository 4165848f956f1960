/// Chinese, Japanese and Thai, which write no spaces.
extension Courtesies {
    /// Takes the openings off the first word, which is a whole clause in these languages.
    static func stripUnspaced(_ outcome: inout Outcome) {
        while let first = outcome.words.first, first.text.first?.isWrittenWithoutSpaces == true,
            let rest = textAfterOpening(first.text, isRequest: &outcome.isRequest)
        {
            outcome.words.removeFirst()
            if !rest.isEmpty { outcome.words = [Word(String(rest))] + outcome.words }
        }
    }

    private static func textAfterOpening(_ text: String, isRequest: inout Bool) -> Substring? {
        for greeting in unspacedGreetings where text.hasPrefix(greeting) {
            let rest = text.dropFirst(greeting.count)
            if endsGreeting(rest) { return rest.drop(while: \.isPunctuation) }
        }
        for (opening, unless) in unspacedRequests where text.hasPrefix(opening) {
            let rest = text.dropFirst(opening.count)
            guard rest.first.map({ !unless.contains($0) }) ?? true else { continue }
            isRequest = true
            return rest.drop(while: \.isPunctuation)
        }
        return nil
    }

    /// Another character might make it the beginning of a longer word.
    private static func endsGreeting(_ rest: Substring) -> Bool {
        rest.first.map { $0.isPunctuation || "请請如怎为".contains($0) } ?? true
    }

    /// What "can you" opens in Chinese, 吗 closes.
    static func stripQuestionParticle(_ words: inout ArraySlice<Word>) {
        guard let last = words.last, last.text.hasSuffix("吗？") || last.text.hasSuffix("嗎？") else { return }
        words[words.endIndex - 1] = last.replacingText(with: String(last.text.dropLast(2)))
    }
}
