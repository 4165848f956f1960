/// Some words of a text around the place where a search found it.
package enum MatchExcerpt {
    /// How much of a text is looked through, in UTF-8: a list shows many, and one may be as long as a book.
    package static let maximumBytes = 65_536
    private static let words = 24
    private static let wordsBefore = 8
    /// Words may be long too.
    private static let maximumLength = 480
    private static let maximumLengthBefore = 120

    /// The words around the first place of the term, on one line; those at the beginning where it isn't in the text.
    ///
    /// - Parameter separated: the text as `SearchText.separated` makes it, or its first `maximumBytes`.
    package static func text(around term: SearchQuery.Term, in separated: String) -> String {
        var reader = TextWords(separated)
        var phrase = SearchedPhrase(term)
        var ranges: [Range<String.Index>] = []
        var place: Int?
        while place.map({ ranges.count <= $0 + words }) ?? true, let word = reader.next() {
            ranges.append(word.range)
            if place == nil, phrase.takes(word.scalars) { place = ranges.count - phrase.count }
        }
        let first = firstWord(place ?? 0, phrase.count, ranges, separated)
        let isCutBefore = first != nil
        let from = first.map { ranges[$0].lowerBound } ?? separated.startIndex
        let isCutAfter = ranges.count > (first ?? 0) + words
        let to = isCutAfter ? ranges[(first ?? 0) + words - 1].upperBound : separated.endIndex
        let line = SearchText.joined(String(separated[from..<to])).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let shown = line.prefix(maximumLength)
        return (isCutBefore ? "…" : "") + shown + (isCutAfter || shown.endIndex < line.endIndex ? "…" : "")
    }

    /// The word that the excerpt begins with; `nil` when the place is near enough to the text's beginning.
    private static func firstWord(
        _ place: Int, _ length: Int, _ ranges: [Range<String.Index>], _ text: String
    ) -> Int? {
        guard place < ranges.count else { return nil }
        func distance(_ index: String.Index) -> Int {
            text.utf8.distance(from: index, to: ranges[place].lowerBound)
        }
        if place + length <= words, distance(text.startIndex) <= maximumLength / 2 { return nil }
        var first = max(0, place - wordsBefore)
        while first < place, distance(ranges[first].lowerBound) > maximumLengthBefore { first += 1 }
        return first
    }
}
