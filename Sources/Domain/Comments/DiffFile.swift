/// A changed file with its part of the patch.
package struct DiffFile: Sendable {
    package let change: ChangedFile
    /// Several if the file was replaced by one of another kind, such as a symbolic link; none if the patch was cut
    /// before this file.
    private let sections: [ArraySlice<UInt8>]

    init(_ change: ChangedFile, _ sections: [ArraySlice<UInt8>]) {
        self.change = change
        self.sections = sections
    }

    package var isBinary: Bool { change.addedLines == nil }

    /// The lines of its hunks; none for a binary file.
    package var lines: DiffLines { DiffLines(isBinary ? [] : sections) }

    /// The lines at a position, in the file's order. They may be in several hunks, but each must be in the patch.
    ///
    /// - Throws: `DomainError.invalid` naming the field that points outside the patch.
    func lines(at place: DiffPosition) throws(DomainError) -> [DiffLine] {
        if isBinary {
            throw DomainError.invalid(fields: [FieldError("path", "is a binary file, which has no lines to comment on")]
            )
        }
        var found: [DiffLine] = []
        var next = place.lines.lowerBound
        for line in lines where line.number(on: place.side) == next {
            found.append(line)
            next += 1
            if next > place.lines.upperBound { return found }
        }
        let field = found.isEmpty ? "line" : "endLine"
        let detail = "is not in the diff: its side `\(place.side.rawValue)` has no line \(next)"
        throw DomainError.invalid(fields: [FieldError(field, detail)])
    }

    /// The text at each of the positions; positions with lines outside the patch are left out.
    func quotes(at places: [DiffPosition]) -> [DiffPosition: String] {
        var wanted: [DiffPosition.Side: Set<Int>] = [:]
        for place in places { wanted[place.side, default: []].formUnion(place.lines) }
        var found: [DiffPosition.Side: [Int: DiffLine]] = [:]
        for line in lines {
            for (side, numbers) in wanted {
                guard let number = line.number(on: side), numbers.contains(number) else { continue }
                found[side, default: [:]][number] = line
            }
        }
        let whole = places.compactMap { place -> (DiffPosition, String)? in
            let lines = place.lines.compactMap { found[place.side]?[$0] }
            return lines.count == place.lines.count ? (place, DiffQuote.text(of: lines)) : nil
        }
        return Dictionary(whole) { first, _ in first }
    }
}
