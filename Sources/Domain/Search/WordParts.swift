/// Splits compound words, such as the names in programs, into parts: `getUserById`, `HTTPServer`, `TS2345`.
struct WordParts {
    /// Words that are longer, or have more or shorter parts, are data rather than names.
    private static let maximumLength = 64
    private static let maximumParts = 16
    private static let minimumAverage = 2
    /// Fewer digits belong to the letters before them, as in `utf8`.
    private static let minimumDigits = 2

    /// The kind of each character, without marks and accents.
    private var kinds: [FoldedScalar.Kind] = []
    /// The offset of each character in the folded word.
    private var offsets: [Int] = []
    private let word: [UInt8]
    /// Whether the folded word is complete, see `TextWords`.
    private var isWhole = false

    /// - Parameters:
    ///   - text: the original word, in UTF-8.
    ///   - word: the folded word, in UTF-8.
    init(_ text: ArraySlice<UInt8>, _ word: [UInt8]) {
        self.word = word
        var index = text.startIndex
        var offset = 0
        while index < text.endIndex, kinds.count <= Self.maximumLength {
            let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
            let folded = FoldedScalar.of(scalar)
            index += length
            guard folded.kind != .ignored else { continue }
            if folded.kind != .mark {
                kinds.append(folded.kind)
                offsets.append(offset)
            }
            offset += folded.length
        }
        isWhole = index == text.endIndex && offset == word.count
    }

    /// The offsets in the folded word at which its parts begin, without the first.
    var breaks: [Int] {
        guard isWhole, (2...Self.maximumLength).contains(kinds.count) else { return [] }
        let splitsDigits = splitsDigits
        let breaks = kinds.indices.dropFirst().filter { begins(at: $0) || splitsDigits && changesDigits(at: $0) }
        guard breaks.count < Self.maximumParts,
            breaks.count <= 1 || kinds.count >= (breaks.count + 1) * Self.minimumAverage
        else {
            return []
        }
        return breaks.map { offsets[$0] }
    }

    private func begins(at index: Int) -> Bool {
        let isFollowedByLower = index + 1 < kinds.count && kinds[index + 1] == .lower
        guard kinds[index] == .upper else { return false }
        return switch kinds[index - 1] {
        case .lower: true
        case .upper: isFollowedByLower && !isPlural(at: index + 1)
        case .digit: isFollowedByLower
        default: false
        }
    }

    /// The `s` of `URLs`.
    private func isPlural(at index: Int) -> Bool {
        word[offsets[index]] == UInt8(ascii: "s") && (index + 1 == kinds.count || kinds[index + 1] != .lower)
    }

    /// Whether digits become parts of their own: not if single letters are between them, as in hexadecimal numbers.
    private var splitsDigits: Bool {
        var length = 0
        for (index, kind) in kinds.enumerated() {
            if kind != .digit {
                length += 1
            } else {
                if length == 1, index > 1 { return false }
                length = 0
            }
        }
        return length != 1
    }

    private func changesDigits(at index: Int) -> Bool {
        let (before, after) = (kinds[index - 1] == .digit, kinds[index] == .digit)
        guard before != after else { return false }
        // A version such as `v2` is also found without its letter.
        if index == 1, word.first == UInt8(ascii: "v"), kinds.dropFirst().allSatisfy({ $0 == .digit }) { return true }
        let digits =
            after ? kinds[index...].prefix { $0 == .digit } : kinds[..<index].reversed().prefix { $0 == .digit }[...]
        return digits.count >= Self.minimumDigits
    }
}
