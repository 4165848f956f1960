/// The words of a text around a search match.
package enum MatchExcerpt {
    /// How many bytes of UTF-8 of a text are searched: a list shows many excerpts, and a text can be very long.
    package static let maximumBytes = 65_536
    private static let words = 24
    private static let wordsBefore = 8
    /// In characters and in bytes: words may be long too.
    private static let maximumLength = 480
    private static let maximumLengthBefore = 120

    /// The words around the first match of the term, on one line; the beginning of the text if the term isn't in it.
    ///
    /// - Parameter text: the original text, or its first `maximumBytes`.
    package static func text(around term: SearchQuery.Term, in text: String) -> String {
        var reader = TextWords(text)
        var searched = SearchedTerm(term)
        // The ranges of the words as people see them, and for each searched word the index of its range.
        var ranges: [Range<Int>] = []
        var seen: [Int] = []
        var place: ClosedRange<Int>?
        while place.map({ ranges.count <= $0.lowerBound + words }) ?? true, reader.next() {
            if reader.goesOn, let last = ranges.last {
                ranges[ranges.count - 1] = last.lowerBound..<reader.range.upperBound
            } else {
                ranges.append(reader.range)
            }
            seen.append(ranges.count - 1)
            if place == nil {
                place = searched.takes(reader).map { seen[$0.lowerBound]...seen[$0.upperBound] }
            }
        }
        let bytes = text.utf8
        let first = firstWord(place ?? 0...0, ranges)
        let isCutBefore = first != nil
        let from = first.map { ranges[$0].lowerBound } ?? 0
        let isCutAfter = ranges.count > (first ?? 0) + words
        let to = isCutAfter ? ranges[(first ?? 0) + words - 1].upperBound : bytes.count
        let shown = text[bytes.index(bytes.startIndex, offsetBy: from)..<bytes.index(bytes.startIndex, offsetBy: to)]
        let line = shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let beginning = line.prefix(maximumLength)
        return (isCutBefore ? "…" : "") + beginning + (isCutAfter || beginning.endIndex < line.endIndex ? "…" : "")
    }

    /// The index of the excerpt's first word; `nil` when the match is near the beginning of the text.
    private static func firstWord(_ place: ClosedRange<Int>, _ ranges: [Range<Int>]) -> Int? {
        guard place.lowerBound < ranges.count else { return nil }
        let start = ranges[place.lowerBound].lowerBound
        if place.upperBound < words, start <= maximumLength / 2 { return nil }
        var first = max(0, place.lowerBound - wordsBefore)
        while first < place.lowerBound, start - ranges[first].lowerBound > maximumLengthBefore { first += 1 }
        return first
    }
}
