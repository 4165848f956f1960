import Domain
import GRDB

/// A term in FTS5's language, in which everything between quotes is words.
struct SearchExpression {
    let text: String
    /// Whether more words begin as the term does than are looked for.
    private(set) var isCut = false

    /// From how many letters on a prefix has no index of its own.
    private static let lettersWithoutIndex = 4
    /// How many words are looked for in the place of one that may go on.
    static let maximumWords = 200

    /// - Parameter part: a long prefix stands for the words with it that there are. To look those up one by one is quick;
    ///   FTS5 would read through all places of each.
    init(_ term: SearchQuery.Term, _ mark: SearchMark, in part: SearchIndex.Part, _ db: Database) throws {
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
        text = "(\(phrases.joined(separator: " OR ")))"
    }

    private static func quoted(_ words: some Sequence<String>) -> String {
        "\"\(words.joined(separator: " "))\""
    }

    /// The words that begin so in their order, or else only the beginning.
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
