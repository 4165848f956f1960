import Foundation

/// A character as the search sees it: whether it belongs to a word, and the letters that it is compared as.
///
/// The letters are those of Unicode's compatibility decomposition without the marks, in lower case by way of upper
/// case, which makes `ß` and `ss`, `ı` and `i`, `σ` and `ς` equal. Letters that Unicode doesn't decompose are in
/// `FoldedLetters`.
struct FoldedScalar: Equatable {
    enum Kind: UInt8 {
        /// Separates words.
        case separator
        /// Skipped: accents, vowel points, emoji modifiers.
        case ignored
        case lower, upper, digit
        /// A letter of a script without case, and any other character in words.
        case letter
        /// Belongs to the character before it and is no accent, such as a vowel sign.
        case mark
        /// A word of its own. In scripts that are written without spaces, or where words have endings that nobody
        /// searches for, this makes every part of a text searchable.
        case alone
    }

    let kind: Kind
    /// The letters that it is compared as: the first, and the others.
    let first: UInt32
    let others: [UInt32]

    /// The length of the letters in UTF-8.
    var length: Int {
        others.reduce(UTF8Reading.length(of: first)) { $0 + UTF8Reading.length(of: $1) }
    }

    static let separator = FoldedScalar(.separator)
    static let ignored = FoldedScalar(.ignored)

    init(_ kind: Kind, _ letters: [UInt32] = []) {
        self.kind = kind
        first = letters.first ?? 0
        others = Array(letters.dropFirst())
    }

    /// Reads common characters from tables, and computes the others.
    static func of(_ scalar: Unicode.Scalar) -> FoldedScalar {
        switch scalar.value {
        case ..<0x1100: lowest[Int(scalar.value)]
        case 0x1E00..<0x2100: accented[Int(scalar.value) - 0x1E00]
        // Han characters and Hangul syllables.
        case 0x4E00..<0xA000, 0xAC00..<0xD7A4: FoldedScalar(.alone, scalar.value)
        case 0xFF00..<0xFFF0: widths[Int(scalar.value) - 0xFF00]
        default: worked(out: scalar)
        }
    }

    private init(_ kind: Kind, _ letter: UInt32) {
        self.kind = kind
        first = letter
        others = []
    }

    private static let lowest = table(0..<0x1100)
    private static let accented = table(0x1E00..<0x2100)
    private static let widths = table(0xFF00..<0xFFF0)

    private static func table(_ values: Range<UInt32>) -> [FoldedScalar] {
        values.map { Unicode.Scalar($0).map(worked(out:)) ?? .separator }
    }

    private static func worked(out scalar: Unicode.Scalar) -> FoldedScalar {
        let (value, properties) = (scalar.value, scalar.properties)
        if let known = known(value) { return known }
        if properties.isDefaultIgnorableCodePoint { return .ignored }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: return isAccent(properties) ? .ignored : FoldedScalar(.mark, value)
        case .enclosingMark: return .ignored
        case .decimalNumber:
            return FoldedScalar(.digit, UInt32(UInt8(ascii: "0")) + UInt32(properties.numericValue ?? 0))
        case .otherSymbol, .mathSymbol, .modifierSymbol:
            let letters = letters(of: scalar)
            if isWrittenWithoutSpaces(value), !letters.isEmpty { return FoldedScalar(.alone, letters) }
            guard value > 0x7F, properties.isEmoji else { return .separator }
            return properties.isEmojiModifier ? .ignored : FoldedScalar(.alone, value)
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
            .otherNumber, .privateUse:
            let letters = letters(of: scalar)
            guard !letters.isEmpty else { return .ignored }
            if isWrittenWithoutSpaces(value) { return FoldedScalar(.alone, letters) }
            if letters.allSatisfy({ 0x30...0x39 ~= $0 }) { return FoldedScalar(.digit, letters) }
            return FoldedScalar(
                properties.isUppercase ? .upper : properties.isLowercase ? .lower : .letter, letters)
        default: return .separator
        }
    }

    /// Characters whose treatment differs from what their properties say.
    private static func known(_ value: UInt32) -> FoldedScalar? {
        switch value {
        // The letter apostrophe, which people also type as the ordinary one; zero-width spaces.
        case 0x2BC, 0x200B, 0x200C: .separator
        // Thai and Lao AM, which is half a vowel sign.
        case 0xE33, 0xEB3: FoldedScalar(.mark, value)
        // The second and third parts of Hangul syllables.
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: FoldedScalar(.mark, value)
        // The half-width forms of the marks on kana.
        case 0xFF9E: FoldedScalar(.mark, 0x3099)
        case 0xFF9F: FoldedScalar(.mark, 0x309A)
        default: nil
        }
    }

    /// Accents by Unicode's combining classes: marks above, below and through letters, nuktas, Hebrew points and Arabic
    /// marks. The other marks, such as vowel signs and the marks on kana, distinguish words.
    private static func isAccent(_ properties: Unicode.Scalar.Properties) -> Bool {
        switch properties.canonicalCombiningClass.rawValue {
        case 1, 7, 10...36, 200...: true
        default: false
        }
    }

    private static func letters(of scalar: Unicode.Scalar) -> [UInt32] {
        String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.flatMap { part -> [UInt32] in
            guard isLetter(part.properties), known(part.value) != .separator else { return [] }
            let upper = part.properties.lowercaseMapping.unicodeScalars
                .flatMap(\.properties.uppercaseMapping.unicodeScalars)
            let lower = upper.flatMap(\.properties.lowercaseMapping.unicodeScalars)
            return lower.flatMap { FoldedLetters.table[$0.value] ?? [$0.value] }
        }
    }

    /// Whether a part of a decomposition is a letter: not an accent, nor a sign such as a fraction's stroke.
    private static func isLetter(_ properties: Unicode.Scalar.Properties) -> Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: !isAccent(properties)
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }

    /// Thai, Lao, Myanmar, Khmer, kana, Han and Hangul, by their blocks.
    private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x115F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
            0x3040...0x30FF, 0x3130...0x318F, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
