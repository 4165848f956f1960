/// Text as it is indexed and searched: in scripts that are written without spaces every character is a word of its own,
/// so that a search for a part of a sentence finds it.
package enum SearchText {
    /// Stands between words and is seen by nobody.
    private static let separator: Character = "\u{200B}"

    /// The text with a separator on both sides of each character of a script without spaces.
    package static func separated(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isWrittenWithoutSpaces) else { return text }
        var result = ""
        var previousStandsAlone = false
        for character in text where character != separator {
            let standsAlone = character.unicodeScalars.first.map(isWrittenWithoutSpaces) ?? false
            if !result.isEmpty, standsAlone || previousStandsAlone { result.append(separator) }
            result.append(character)
            previousStandsAlone = standsAlone
        }
        return result
    }

    /// The text as a person wrote it.
    package static func joined(_ separated: String) -> String {
        separated.filter { $0 != separator }
    }

    /// Whether a search engine sees a word in it, rather than punctuation only.
    static func hasWord(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains(where: FoldedScalars.isPartOfWord)
    }

    /// Thai, Lao, Myanmar, Khmer, kana and Han, by their blocks.
    static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
