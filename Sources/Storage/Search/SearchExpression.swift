import Domain
import GRDB

/// A search term as an FTS5 expression; quoted text is literal words there.
struct SearchExpression {
    let text: String
    /// Whether more words start with the term than are searched.
    private(set) var isCut = false

    /// Prefixes of this many letters or more have no index of their own.
    private static let lettersWithoutIndex = 4
    /// How many words at most replace a prefix.
    static let maximumWords = 200
    /// How many people at most a term stands for.
    private static let maximumAuthors = 50

    /// A long prefix is replaced by the existing words that start with it. Looking those up one by one is fast; FTS5
    /// would read all positions of each.
    ///
    /// - Parameter authors: the people whose name has the term; their sessions match too.
    init(
        _ term: SearchQuery.Term, by authors: [UserID] = [], _ mark: SearchMark, in part: SearchIndex.Part,
        _ db: Database
    ) throws {
        var phrases: [String] = []
        for phrase in term.phrases {
            let marked = phrase.map(mark.marked)
            guard let last = marked.last else { continue }
            let beginning = marked.dropLast()
            if !term.isPrefix {
                phrases.append(Self.quoted(marked))
            } else if phrase.last?.unicodeScalars.count ?? 0 < Self.lettersWithoutIndex {
                phrases.append(Self.quoted(marked) + "*")
            } else {
                var words = try Self.words(from: last, upTo: Self.maximumWords / marked.count + 1, in: part, db)
                if words.count > Self.maximumWords / marked.count {
                    words.removeLast()
                    isCut = true
                }
                phrases += words.map { Self.quoted(beginning + [$0]) }
            }
        }
        if authors.count > Self.maximumAuthors { isCut = true }
        phrases += authors.prefix(Self.maximumAuthors).map { Self.quoted([mark.marked(SearchedSession.word(of: $0))]) }
        text = "(\(phrases.joined(separator: " OR ")))"
    }

    private static func quoted(_ words: some Sequence<String>) -> String {
        "\"\(words.joined(separator: " "))\""
    }

    /// The words with a prefix in their order, or else only the prefix itself.
    private static func words(
        from prefix: String, upTo limit: Int, in part: SearchIndex.Part, _ db: Database
    ) throws -> [String] {
        let statement = try db.cachedStatement(sql: "SELECT term FROM \(part.words) WHERE term >= ? LIMIT 1")
        var words: [String] = []
        var next = prefix
        while words.count < limit, let word = try String.fetchOne(statement, arguments: [next]),
            word.utf8.starts(with: prefix.utf8)
        {
            words.append(word)
            next = word + "\u{1}"
        }
        return words.isEmpty ? [prefix] : words
    }
}
