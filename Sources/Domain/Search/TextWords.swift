import Foundation

/// Reads the words of a text one by one, folded, with their ranges. It takes time linear in the text's length.
struct TextWords {
    /// The folded word, in UTF-8. Anything longer than a word, such as encoded data, is cut to `maximumBytes`.
    private(set) var word: [UInt8] = []
    /// The offsets in `word` at which its second and later parts begin; empty for most words. See `WordParts`.
    private(set) var breaks: [Int] = []
    /// The range of the word in the text's UTF-8.
    private(set) var range = 0..<0
    /// Whether no space separates it from the previous word.
    private(set) var isJoined = false
    /// Whether its character is a word of its own, see `FoldedScalar.Kind.alone`.
    private(set) var standsAlone = false
    /// Whether it is a Hangul syllable directly after another one: people see both as parts of one word.
    private(set) var goesOn = false

    private static let maximumBytes = 256

    /// The word's parts, or the word itself if it has none.
    var parts: [ArraySlice<UInt8>] {
        guard !breaks.isEmpty else { return [word[...]] }
        return zip([0] + breaks, breaks + [word.count]).map { word[$0..<$1] }
    }

    /// Every two or three adjacent parts joined, as people type them in lower case; without the whole word.
    var joints: [ArraySlice<UInt8>] {
        let bounds = [0] + breaks + [word.count]
        return (2...3).filter { $0 < bounds.count - 1 }.flatMap { count in
            zip(bounds, bounds.dropFirst(count)).map { word[$0..<$1] }
        }
    }

    private let bytes: [UInt8]
    private var index = 0
    private var needsComposition = false
    private var isSyllable = false
    private var isPlain = true

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// - Returns: whether there is another word, which the properties then describe.
    mutating func next() -> Bool {
        word.removeAll(keepingCapacity: true)
        guard skipToWord() else { return false }
        let start = index
        let followsSyllable = isSyllable && range.upperBound == start
        standsAlone = false
        needsComposition = false
        isPlain = true
        repeat { takeASCII() } while index < bytes.count && takeCharacter()
        range = start..<index
        breaks = isPlain ? [] : WordParts(bytes[range], word).breaks
        if needsComposition {
            word = Array(String(decoding: word, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
        }
        isSyllable =
            standsAlone && word.count == 3 && 0xAC00..<0xD7A4 ~= UTF8Reading.scalar(in: word[...], at: 0).0.value
        goesOn = followsSyllable && isSyllable
        return true
    }

    /// Reads ASCII letters and digits.
    private mutating func takeASCII() {
        guard !standsAlone else { return }
        let bytes = bytes
        var end = index
        while end < bytes.count, bytes[end] < 0x80 {
            let folded = FoldedASCII.table[Int(bytes[end])]
            guard folded != 0 else { break }
            if word.count < Self.maximumBytes { word.append(folded) }
            // A word without digits, and with no capital after its first letter, has no parts.
            if folded < 0x3A || folded != bytes[end] && word.count > 1 { isPlain = false }
            end += 1
        }
        index = end
    }

    /// - Returns: whether the next character belongs to the word; if so, it was read.
    private mutating func takeCharacter() -> Bool {
        let (scalar, length) = UTF8Reading.scalar(in: bytes[...], at: index)
        let folded = FoldedScalar.of(scalar)
        guard takes(folded.kind) else { return false }
        index += length
        guard folded.kind != .ignored, word.count < Self.maximumBytes else { return true }
        if folded.kind == .alone {
            standsAlone = true
        } else if folded.kind == .digit || folded.kind == .upper && !word.isEmpty {
            isPlain = false
        }
        append(folded.first)
        for letter in folded.others { append(letter) }
        return true
    }

    /// Whether a character of this kind continues the word.
    private func takes(_ kind: FoldedScalar.Kind) -> Bool {
        switch kind {
        case .separator: false
        case .mark, .ignored: true
        case .alone: word.isEmpty
        case .lower, .upper, .digit, .letter: !standsAlone
        }
    }

    private mutating func skipToWord() -> Bool {
        isJoined = index > 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if FoldedASCII.table[Int(byte)] != 0 { return true }
                if byte <= 0x20 { isJoined = false }
                index += 1
            } else {
                let (scalar, length) = UTF8Reading.scalar(in: bytes[...], at: index)
                switch FoldedScalar.of(scalar).kind {
                case .ignored: break
                case .separator: if scalar.properties.isWhitespace { isJoined = false }
                default: return true
                }
                index += length
            }
        }
        return false
    }

    private mutating func append(_ value: UInt32) {
        // Hangul letters that compose to a syllable, and the marks that compose with kana.
        if value == 0x3099 || value == 0x309A || 0x1100...0x11FF ~= value { needsComposition = true }
        guard let scalar = Unicode.Scalar(value) else { return }
        UTF8Reading.append(scalar, to: &word)
    }
}

/// The ASCII characters as they are compared; 0 for characters that are not part of a word.
private enum FoldedASCII {
    static let table: [UInt8] = (UInt8(0)..<0x80).map { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: 0
        }
    }
}
