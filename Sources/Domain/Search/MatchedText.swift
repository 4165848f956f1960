/// A text in pieces, so that the words a search looked for can be marked in it.
package struct MatchedText: Equatable, Sendable {
    package struct Piece: Hashable, Sendable {
        package let text: String
        package let isMatch: Bool
    }

    package let pieces: [Piece]

    /// A text in which nothing is marked.
    package init(_ text: String) {
        pieces = text.isEmpty ? [] : [Piece(text: text, isMatch: false)]
    }

    /// Marks each word that the query has by itself or in a phrase, folded as the search folds it, and each name that
    /// has such a word as a part.
    package init(_ text: String, _ query: SearchQuery) {
        let words = query.terms.flatMap { term in
            term.phrases.flatMap { phrase in
                phrase.enumerated().map { index, word in
                    (bytes: Array(word.utf8), isPrefix: term.isPrefix && index == phrase.count - 1)
                }
            }
        }
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var end = 0
        func piece(_ range: Range<Int>, isMatch: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(Piece(text: String(decoding: bytes[range], as: UTF8.self), isMatch: isMatch))
        }
        var reader = TextWords(text)
        while reader.next() {
            let seen = [reader.word[...]] + (reader.breaks.isEmpty ? [] : reader.parts + reader.joints)
            let isMatch = words.contains { word in
                seen.contains { word.isPrefix ? $0.starts(with: word.bytes) : $0 == word.bytes[...] }
            }
            guard isMatch else { continue }
            piece(end..<reader.range.lowerBound, isMatch: false)
            piece(reader.range, isMatch: true)
            end = reader.range.upperBound
        }
        piece(end..<bytes.count, isMatch: false)
        self.pieces = pieces
    }

    /// Marks every occurrence of each word, in upper or lower case, also inside other words.
    ///
    /// - Returns: `nil` if the text lacks one of the words.
    package init?(_ text: String, containing words: [Substring]) {
        let characters = Array(text)
        let folded = characters.map { $0.lowercased() }
        var isMatch = [Bool](repeating: false, count: characters.count)
        for word in words {
            let sought = word.map { $0.lowercased() }
            let starts = folded.indices.filter { folded[$0...].starts(with: sought) }
            guard !starts.isEmpty else { return nil }
            for index in starts.flatMap({ $0..<$0 + sought.count }) { isMatch[index] = true }
        }
        var pieces: [Piece] = []
        var start = 0
        while start < characters.count {
            let end = isMatch[start...].firstIndex { $0 != isMatch[start] } ?? characters.count
            pieces.append(Piece(text: String(characters[start..<end]), isMatch: isMatch[start]))
            start = end
        }
        self.pieces = pieces
    }
}
