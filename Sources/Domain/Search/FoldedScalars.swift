import Foundation

/// Folds characters as the search index does, closely enough to find a word again: without case and accents.
enum FoldedScalars {
    /// Of Latin, Greek and Cyrillic letters, which are folded often, from U+0080 on.
    private static let common: [UInt32] = (0x80..<UInt32(0x530)).map(fold)
    /// The same for the Latin and Greek letters with several accents, from U+1E00 on.
    private static let accented: [UInt32] = (0x1E00..<UInt32(0x2000)).map(fold)

    /// - Returns: `nil` for what is no part of a word: the index knows letters, digits, private characters and marks.
    static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
        let value = scalar.value
        switch value {
        case 0x30...0x39, 0x61...0x7A: return value
        case 0x41...0x5A: return value + 0x20
        case ..<0x80: return nil
        default: break
        }
        guard isPartOfWord(scalar) else { return nil }
        switch value {
        case ..<0x530: return common[Int(value) - 0x80]
        case 0x1E00..<0x2000: return accented[Int(value) - 0x1E00]
        // Scripts without upper and lower case.
        case 0x0590..<0x10A0, 0x1100..<0x13A0, 0x3040..<0xA640, 0xAC00..<0xD7B0: return value
        default: return fold(value)
        }
    }

    /// The index's `categories 'L* N* Co Mn Mc'`.
    static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case ..<0x80: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    /// Accents that stand by themselves; the index drops them.
    static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x331).contains(scalar.value)
    }

    private static func fold(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        // By way of the upper case: the final sigma and the long s then fold like the letters that they are forms of.
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        let lower = ((upper.count == 1 ? upper.first : nil) ?? scalar).properties.lowercaseMapping
        return (lower.decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar).value
    }
}
