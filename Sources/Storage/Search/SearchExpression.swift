import Domain
import GRDB

/// Terms in FTS5's language, in which everything between quotes is words.
enum SearchExpression {
    /// From how many letters on a prefix has no index of its own.
    private static let lettersWithoutIndex = 4
    private static let maximumWords = 200

    /// - Parameter part: a long prefix stands for the words with it that there are. To look those up one by one is quick;
    ///   FTS5 would read through all places of each. Where they are many, it has to.
    static func text(
        _ term: SearchQuery.Term, _ mark: SearchMark, in part: SearchIndex.Part, _ db: Database
    ) throws -> String {
        let text = mark.marked(term.text.replacing("\"", with: " "))
        guard term.isPrefix else { return "\"\(text)\"" }
        if term.text.count >= lettersWithoutIndex, let words = try words(from: text.lowercased(), in: part, db) {
            return "(\(words.map { "\"\($0)\"" }.joined(separator: " OR ")))"
        }
        return "\"\(text)\"*"
    }

    /// The words that begin so, or else only the beginning.
    ///
    /// - Returns: `nil` when they are too many, or the beginning isn't one word as the index has it.
    private static func words(from prefix: String, in part: SearchIndex.Part, _ db: Database) throws -> [String]? {
        // After the mark.
        let letters = prefix.unicodeScalars.dropFirst()
        guard letters.allSatisfy({ "a"..."z" ~= $0 || "0"..."9" ~= $0 }) else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT term FROM \(part.words) WHERE term >= ? LIMIT 1")
        var words: [String] = []
        var next = prefix
        while let word = try String.fetchOne(statement, arguments: [next]), word.hasPrefix(prefix) {
            guard words.count < maximumWords else { return nil }
            words.append(word)
            next = word + "\u{1}"
        }
        return words.isEmpty ? [prefix] : words
    }
}
