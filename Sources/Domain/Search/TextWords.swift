import Foundation

/// The words of a text one after the other, folded, and where they stand. The work follows the text's length.
struct TextWords {
    /// As it is compared, in UTF-8. Of what is longer than any word, such as data in letters, the beginning is enough.
    private(set) var word: [UInt8] = []
    /// Where in `word` its second part begins, and each after it; none in most words. See `WordParts`.
    private(set) var breaks: [Int] = []
    /// Where it stands in the text's UTF-8.
    private(set) var range = 0..<0
    /// Whether there is no space between it and the word before.
    private(set) var isJoined = false
    /// Whether it is a word because its characters all are.
    private(set) var standsAlone = false
    /// Whether it is a syllable of Hangul right after another: to people they are of one word.
    private(set) var goesOn = false

    private static let maximumBytes = 256

    /// Its parts; the word itself when it has none.
    var parts: [ArraySlice<UInt8>] {
        guard !breaks.isEmpty else { return [word[...]] }
        return zip([0] + breaks, breaks + [word.count]).map { word[$0..<$1] }
    }

    /// Two or three of its parts together, as people type them who don't tell case, but not the word itself.
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

    /// - Returns: whether there is another word, which the properties then tell.
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

    /// Reads on as long as there are letters and digits of ASCII.
    private mutating func takeASCII() {
        guard !standsAlone else { return }
        let bytes = bytes
        var end = index
        while end < bytes.count, bytes[end] < 0x80 {
            let folded = FoldedASCII.table[Int(bytes[end])]
            guard folded != 0 else { break }
            if word.count < Self.maximumBytes { word.append(folded) }
            // A word without digits, of which the first letter may be a capital, has no parts.
            if folded < 0x3A || folded != bytes[end] && word.count > 1 { isPlain = false }
            end += 1
        }
        index = end
    }

    /// - Returns: whether the word goes on with the next character, which is then read.
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

    /// Whether the word goes on with a character of this kind.
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
        // What is one character when it is put together: a syllable of Hangul, and kana with its mark.
        if value == 0x3099 || value == 0x309A || 0x1100...0x11FF ~= value { needsComposition = true }
        guard let scalar = Unicode.Scalar(value) else { return }
        UTF8Reading.append(scalar, to: &word)
    }
}

/// The ASCII characters as they are compared; 0 for those that are no part of a word.
private enum FoldedASCII {
    static let table: [UInt8] = (UInt8(0)..<0x80).map { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: 0
        }
    }
}
