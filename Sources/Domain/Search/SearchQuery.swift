/// What somebody searches for: words, `"phrases in quotes"` and `prefix*`. A session is found when each of them occurs in
/// its title or in one of its messages. A prefix has two letters or more: nearly all messages have a word with a letter.
package struct SearchQuery: Equatable, Sendable {
    package struct Term: Equatable, Sendable {
        /// A word, or several in this order.
        package let text: String
        /// Whether the last word may go on.
        package let isPrefix: Bool
    }

    package static let maximumLength = 500
    private static let maximumTerms = 20

    package let terms: [Term]

    /// The query of a text that people type; nothing in it is an operator but the quotes and the star.
    ///
    /// - Throws: `InvalidValue` when there is no word in it, or too much of it.
    package init(_ text: String) throws(InvalidValue) {
        guard text.count <= Self.maximumLength else {
            throw InvalidValue("must have at most \(Self.maximumLength) characters")
        }
        // Between quotes is every second piece.
        terms = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, piece in
            index.isMultiple(of: 2) ? piece.split(whereSeparator: \.isWhitespace).map(Self.word) : [Self.phrase(piece)]
        }.filter { SearchText.hasWord($0.text) }
        guard !terms.isEmpty else { throw InvalidValue("must contain a word to search for") }
        guard terms.count <= Self.maximumTerms else {
            throw InvalidValue("must have at most \(Self.maximumTerms) words")
        }
        guard terms.allSatisfy({ !$0.isPrefix || $0.text.count > 1 }) else {
            throw InvalidValue("must have two letters or more before a `*`")
        }
    }

    private static func word(_ text: Substring) -> Term {
        let word = String(text.filter { $0 != "*" })
        // Where each character is a word none goes on.
        let mayGoOn = word.unicodeScalars.last.map { !SearchText.isWrittenWithoutSpaces($0) } ?? false
        return Term(text: word, isPrefix: text.hasSuffix("*") && mayGoOn)
    }

    private static func phrase(_ text: Substring) -> Term {
        Term(text: String(text), isPrefix: false)
    }
}
