/// A table of phrases to look for at the start or the end of a sentence; the longest match wins.
struct Phrases: Sendable {
    private let byFirst: [String: [[String]]]
    private let byLast: [String: [[String]]]

    /// Phrases in lower case, one a line or separated by commas.
    init(_ table: String) {
        let phrases = table.split { $0 == "\n" || $0 == "," }
            .map { $0.split(separator: " ").map(String.init) }
            .filter { !$0.isEmpty }
            .sorted { $0.count > $1.count }
        byFirst = Dictionary(grouping: phrases) { $0.first ?? "" }
        byLast = Dictionary(grouping: phrases) { $0.last ?? "" }
    }

    func prefixLength(of words: ArraySlice<Word>) -> Int? {
        guard let first = words.first, let candidates = byFirst[first.key] else { return nil }
        return candidates.first { words.starts(with: $0) { $0.key == $1 } }?.count
    }

    func suffixLength(of words: ArraySlice<Word>) -> Int? {
        guard let last = words.last, let candidates = byLast[last.key] else { return nil }
        return candidates.first { words.suffix($0.count).elementsEqual($0) { $0.key == $1 } }?.count
    }
}
