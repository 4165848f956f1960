/// Removes politeness at the end of a sentence.
extension Courtesies {
    private static let smileys: Set<String> = [":)", ":-)", ";)", ";-)", ":(", "^^", "^_^", "<3", ":D", ":P"]

    static func stripClosings(_ outcome: inout Outcome) {
        while outcome.words.count > 1, let last = outcome.words.last, smileys.contains(last.text) {
            outcome.words.removeLast()
        }
        while let length = closingLength(outcome), length < outcome.words.count {
            let closing = outcome.words.suffix(length)
            outcome.words.removeLast(length)
            // The question mark belongs to the sentence, unless the closing is a question itself: "…, any ideas?"
            let asks = closing.first?.is(.english) == true || closing.first?.key == "any" || outcome.isRequest
            if !asks, closing.last?.text.endsQuestion == true, let last = outcome.words.popLast() {
                outcome.words.append(last.written(as: last.text.trimmingEnd { $0.isOuterPunctuation } + "?"))
            }
        }
        stripUnspacedClosings(&outcome)
    }

    private static func closingLength(_ outcome: Outcome) -> Int? {
        let words = outcome.words
        // A separate punctuation mark: "…, por favor ?"
        let marks = words.reversed().prefix { $0.kind == .plain && $0.key.isEmpty }.count
        let roles: Vocabulary.Roles = outcome.isRequest ? [.politeness, .requestEnding] : .politeness
        guard let length = words.dropLast(marks).suffixLength(roles) else { return nil }
        return length + marks
    }
}
