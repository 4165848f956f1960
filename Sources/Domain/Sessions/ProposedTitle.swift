import Titles

/// A session's title as a program of the operator's proposes it.
package enum ProposedTitle {
    /// The title, if a list can show it: one line of at most `SessionTitle.maximumLength` characters, in letters that the
    /// conversation is written in. Quotation marks around all of it, a heading's mark and a full stop at its end go.
    ///
    /// - Parameters:
    ///   - text: what the program printed.
    ///   - conversation: what the title is of.
    /// - Throws: `InvalidValue` saying what is wrong with it.
    package static func checked(_ text: String, for conversation: [String]) throws(InvalidValue) -> String {
        let line = try PlainText.line(plain(text), maximum: SessionTitle.maximumLength)
        let letters = WritingSystem.all(in: line)
        guard !letters.isEmpty else { throw InvalidValue("must contain a letter") }
        let known = conversation.reduce(into: Set<WritingSystem>()) { $0.formUnion(WritingSystem.all(in: $1)) }
        // Names of programs and their like are in Latin letters everywhere.
        guard letters.subtracting([.latin]).isSubset(of: known), !letters.isDisjoint(with: known) else {
            throw InvalidValue("must be in the letters of the conversation")
        }
        return line
    }

    private static let quotationMarks: [Character: Character] = [
        "\"": "\"", "'": "'", "`": "`", "“": "”", "„": "“", "«": "»", "‘": "’", "「": "」", "『": "』",
    ]

    private static func plain(_ text: String) -> String {
        var line = String(text.trimmed.drop { $0 == "#" }).trimmed
        if line.count > 2, let first = line.first, let closing = quotationMarks[first], line.last == closing {
            line = String(line.dropFirst().dropLast())
        }
        return line.hasSuffix(".") && !line.hasSuffix("..") ? String(line.dropLast()).trimmed : line.trimmed
    }
}
