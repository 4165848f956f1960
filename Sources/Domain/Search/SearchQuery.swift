/// What somebody searches for: words, `"phrases in quotes"` and `prefix*`. A session is found when each of them occurs in
/// its title or in one of its messages. A prefix has two letters or more: nearly all messages have a word with a letter.
package struct SearchQuery: Equatable, Sendable {
    package struct Term: Equatable, Sendable {
        /// Folded words in their order. There may be a second such phrase, with names such as `getUserById` in parts; what
        /// has either has the term.
        package let phrases: [[String]]
        /// Whether the last word may go on.
        package let isPrefix: Bool
    }

    package static let maximumLength = 500
    private static let maximumTerms = 20
    private static let minimumPrefix = 2

    /// Empty when there is no word in it, but punctuation only. Nothing is found then.
    package let terms: [Term]

    /// The query of a text that people type; nothing in it is an operator but the quotes and the star.
    ///
    /// - Parameter isBeingTyped: whether the last word, outside of quotes, is a prefix if it is long enough for one.
    /// - Throws: `InvalidValue` when there is too much in it, or too little before a star.
    package init(_ text: String, isBeingTyped: Bool = false) throws(InvalidValue) {
        guard text.count <= Self.maximumLength else {
            throw InvalidValue("must have at most \(Self.maximumLength) characters")
        }
        // Between quotes is every second piece.
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
            // Where each character is a word none goes on.
            mayGoOn = !reader.standsAlone
        }
    }

    var isPrefix: Bool { hasStar && mayGoOn }
    var lettersAtEnd: Int { whole.last?.unicodeScalars.count ?? 0 }

    var term: SearchQuery.Term {
        // A prefix of one letter is refused, and not looked for behind a name's other parts.
        let hasParts = whole != parts && (!isPrefix || parts.last.map { $0.unicodeScalars.count > 1 } ?? false)
        let phrases = hasParts ? [whole, parts] : [whole]
        return SearchQuery.Term(
            phrases: isQuoted ? phrases : phrases.map(KoreanParticle.dropped(from:)), isPrefix: isPrefix)
    }
}
