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
    /// - Parameter text: as a person wrote it, or its first `maximumBytes`.
    package static func text(around term: SearchQuery.Term, in text: String) -> String {
        var reader = TextWords(text)
        var searched = SearchedTerm(term)
        // As people see them, and of each word that is searched which one it is.
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

    /// The word that the excerpt begins with; `nil` when the place is near enough to the text's beginning.
    private static func firstWord(_ place: ClosedRange<Int>, _ ranges: [Range<Int>]) -> Int? {
        guard place.lowerBound < ranges.count else { return nil }
        let start = ranges[place.lowerBound].lowerBound
        if place.upperBound < words, start <= maximumLength / 2 { return nil }
        var first = max(0, place.lowerBound - wordsBefore)
        while first < place.lowerBound, start - ranges[first].lowerBound > maximumLengthBefore { first += 1 }
        return first
    }
}
