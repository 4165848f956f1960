/// What somebody searches for: words, `"phrases in quotes"` and `prefix*`. A session is found when each of them occurs in
/// its title or in one of its messages.
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
    }

    private static func word(_ text: Substring) -> Term {
        Term(text: String(text.filter { $0 != "*" }), isPrefix: text.hasSuffix("*"))
    }

    private static func phrase(_ text: Substring) -> Term {
        Term(text: String(text), isPrefix: false)
    }
}
