/// A search query of words, `"phrases in quotes"` and `prefix*`. It finds a session if each of these terms occurs in
/// its title, in one of its messages, or in its pull request's number, its repository, its branch or the name of its
/// author, who is a member.
/// A prefix needs two letters or more, since nearly all messages have a word with any one letter.
package struct SearchQuery: Equatable, Sendable {
    package struct Term: Equatable, Sendable {
        /// Folded words in order. A second phrase has names such as `getUserById` split into parts; a text matches the
        /// term if it has either phrase.
        package let phrases: [[String]]
        /// Whether the last word is a prefix.
        package let isPrefix: Bool

        /// Whether a text has the term, as the index would find it.
        package func occurs(in text: String) -> Bool {
            var term = SearchedTerm(self)
            var reader = TextWords(text)
            while reader.next() { if term.takes(reader) != nil { return true } }
            return false
        }
    }

    /// In characters.
    package static let maximumLength = 500
    private static let maximumTerms = 20
    private static let minimumPrefix = 2

    /// Empty if the text has no words, only punctuation. Such a query finds nothing.
    package let terms: [Term]

    /// Parses a query that a person typed. Only the quotes and the star are operators.
    ///
    /// - Parameter isBeingTyped: whether the last word, outside of quotes, is treated as a prefix if it is long enough.
    /// - Throws: `InvalidValue` if the query is too long, has too many terms, or fewer than two letters before a star.
    package init(_ text: String, isBeingTyped: Bool = false) throws(InvalidValue) {
        guard text.count <= Self.maximumLength else {
            throw InvalidValue("must have at most \(Self.maximumLength) characters")
        }
        // Every second piece is between quotes.
        var words = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, piece in
            index.isMultiple(of: 2)
                ? piece.split(whereSeparator: \.isWhitespace).map(TypedWord.init(word:)) : [TypedWord(phrase: piece)]
        }.filter { !$0.whole.isEmpty }
        guard words.count <= Self.maximumTerms else {
            throw InvalidValue("must have at most \(Self.maximumTerms) words")
        }
        if isBeingTyped, let last = words.indices.last, !words[last].isQuoted, !words[last].hasStar {
            words[last].hasStar = words[last].lettersAtEnd >= Self.minimumPrefix
        }
        guard words.allSatisfy({ !$0.isPrefix || $0.lettersAtEnd >= Self.minimumPrefix }) else {
            throw InvalidValue("must have two letters or more before a `*`")
        }
        terms = words.map(\.term)
    }
}

/// A word or a phrase of a query, folded.
private struct TypedWord {
    let isQuoted: Bool
    var hasStar: Bool
    private(set) var whole: [String] = []
    private var parts: [String] = []
    private var mayGoOn = false

    init(word: Substring) {
        self.init(word.filter { $0 != "*" }, isQuoted: false, hasStar: word.hasSuffix("*"))
    }

    init(phrase: Substring) {
        self.init(String(phrase), isQuoted: true, hasStar: false)
    }

    private init(_ text: String, isQuoted: Bool, hasStar: Bool) {
        self.isQuoted = isQuoted
        self.hasStar = hasStar
        var reader = TextWords(text)
        while reader.next() {
            whole.append(String(decoding: reader.word, as: UTF8.self))
            parts += reader.parts.map { String(decoding: $0, as: UTF8.self) }
            // In scripts where each character is a word, no word can be a prefix of another.
            mayGoOn = !reader.standsAlone
        }
    }

    var isPrefix: Bool { hasStar && mayGoOn }
    var lettersAtEnd: Int { whole.last?.unicodeScalars.count ?? 0 }

    var term: SearchQuery.Term {
        // Prefixes of one letter are refused, also as the last part of a name.
        let hasParts = whole != parts && (!isPrefix || parts.last.map { $0.unicodeScalars.count > 1 } ?? false)
        let phrases = hasParts ? [whole, parts] : [whole]
        return SearchQuery.Term(
            phrases: isQuoted ? phrases : phrases.map(KoreanParticle.dropped(from:)), isPrefix: isPrefix)
    }
}
