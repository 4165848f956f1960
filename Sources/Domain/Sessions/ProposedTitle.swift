import Titles

/// A session title proposed by a program of the operator's.
package enum ProposedTitle {
    /// The title, if a list can show it: one line of at most `SessionTitle.maximumLength` characters, in writing
    /// systems that the conversation uses. Quotation marks around the whole title, a heading's mark and a full stop at
    /// the end are removed.
    ///
    /// - Parameters:
    ///   - text: the program's output.
    ///   - conversation: the texts that the title is for.
    /// - Throws: `InvalidValue` if the title is not acceptable.
    package static func checked(_ text: String, for conversation: [String]) throws(InvalidValue) -> String {
        let line = try PlainText.line(plain(text), maximum: SessionTitle.maximumLength)
        let letters = WritingSystem.all(in: line)
        guard !letters.isEmpty else { throw InvalidValue("must contain a letter") }
        let known = conversation.reduce(into: Set<WritingSystem>()) { $0.formUnion(WritingSystem.all(in: $1)) }
        // Names, such as those of programs, are in Latin letters in every language.
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
