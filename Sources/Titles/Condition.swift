/// A clause that gives a setting or condition before the main clause: "When two people edit at once, comments are
/// lost".
enum Condition {
    /// The main clause, if the whole sentence is too long for a title; `nil` if the sentence fits, or if the main
    /// clause can't stand alone.
    static func mainClause(of sentence: ArraySlice<Word>) -> ArraySlice<Word>? {
        // "Odd bug: when two people …"
        let lead = sentence.prefix(4).firstIndex { $0.kind == .plain && $0.text.utf8.last == UInt8(ascii: ":") }
        let clause = lead.map { sentence[($0 + 1)...] } ?? sentence
        guard let first = clause.first, first.is(.condition),
            sentence.line(backticks: .dropped).count > SessionTitle.maximumLength,
            let comma = clause.firstIndex(where: { $0.text.endsWith(anyOf: ",，") })
        else { return nil }
        let main = sentence[(comma + 1)...]
        guard main.count >= 2, let subject = main.first, !subject.is([.subjectPronoun, .pronoun]) else { return nil }
        if main.dropFirst().first.map({ $0.key == "it" || $0.key == "them" }) == true { return nil }
        return main
    }
}
