/// Makes the words of a chosen sentence into those of a title.
enum Title {
    static func words(of candidate: Candidate, _ evidence: Evidence) -> [Word] {
        var words = withoutClosing(Articles.dropped(from: candidate.words), keepsQuestion: candidate.isQuestion)
        guard candidate.merit == .hollow, !words.contains(where: { $0.kind == .link }),
            let thing = evidence.link ?? evidence.errorLine
        else { return words }
        if !candidate.isQuestion, let last = words.popLast() { words.append(last.replacingText(with: last.text + ":")) }
        return words + thing
    }

    /// A question keeps its mark; a full stop, colon or cry goes.
    static func withoutClosing(_ words: [Word], keepsQuestion: Bool = true) -> [Word] {
        let marks = ".,;:!…。！，；：、।" + (keepsQuestion ? "" : "?？؟")
        var words = words
        while let last = words.popLast() {
            var text = last.text.trimmingEnd { marks.unicodeScalars.contains($0) }
            if text.hasSuffix("??") || text.hasSuffix("!?") {
                text = text.trimmingEnd { "?!".unicodeScalars.contains($0) } + "?"
            }
            if text.isEmpty { continue }
            return words + [last.replacingText(with: text)]
        }
        return words
    }
}
