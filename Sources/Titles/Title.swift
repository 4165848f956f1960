/// Converts the words of the chosen sentence to those of a title.
enum Title {
    static func words(of candidate: Candidate, _ evidence: Evidence) -> [Word] {
        var told = candidate.isRequest ? Articles.dropped(from: candidate.words)[...] : candidate.words
        if candidate.isNamed, told.count > 1, told.first?.key == "a" || told.first?.key == "an" { told.removeFirst() }
        told = Condition.mainClause(of: told) ?? told
        var words = withoutClosing(Array(told), keepsQuestion: candidate.isQuestion)
        guard candidate.points, !words.contains(where: { $0.kind == .link }),
            let thing = evidence.link ?? evidence.errorLine
        else { return words }
        if !candidate.isQuestion, let last = words.popLast() { words.append(last.replacingText(with: last.text + ":")) }
        return words + thing
    }

    /// Removes full stops, colons and exclamation marks at the end; the mark of a question stays.
    static func withoutClosing(_ words: [Word], keepsQuestion: Bool = true) -> [Word] {
        var words = words
        while let last = words.popLast() {
            if let byte = last.text.utf8.last, byte.isASCIILetter { return words + [last] }
            if keepsQuestion, last.text.endsQuestion, !last.text.hasSuffix("??"), !last.text.hasSuffix("!?"),
                !last.text.endsWith(anyOf: "!")
            {
                return words + [last]
            }
            var text = last.text.trimmingEnd { closing.contains($0) || !keepsQuestion && questionMarks.contains($0) }
            if text.hasSuffix("??") || text.hasSuffix("!?") {
                text = text.trimmingEnd { "?!".unicodeScalars.contains($0) } + "?"
            }
            if text.isEmpty { continue }
            return words + [last.written(as: text)]
        }
        return words
    }

    private static let closing = Set(".,;:!…。！，；：、।،؛॥۔".unicodeScalars)
    private static let questionMarks = Set("?？؟".unicodeScalars)
}
