/// The script of a letter. Scripts are distinguished where readers of one can't read the other.
package enum WritingSystem: Hashable, Sendable {
    case latin, greek, cyrillic, hebrew, arabic, devanagari, bengali, thai, chinese, kana, hangul, another

    /// - Returns: `nil` for a character that isn't a letter, such as a digit or a mark.
    package init?(of scalar: Unicode.Scalar) {
        guard scalar.properties.isAlphabetic else { return nil }
        self =
            switch scalar.value {
            case 0x41...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF5A: .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
            case 0x400...0x52F: .cyrillic
            case 0x590...0x5FF: .hebrew
            case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
            case 0x900...0x97F: .devanagari
            case 0x980...0x9FF: .bengali
            case 0xE00...0xE7F: .thai
            case 0x3040...0x30FF, 0xFF66...0xFF9D: .kana
            case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .chinese
            case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: .hangul
            default: .another
            }
    }

    /// The scripts of all letters in a text.
    package static func all(in text: some StringProtocol) -> Set<WritingSystem> {
        Set(text.unicodeScalars.compactMap(Self.init))
    }
}
