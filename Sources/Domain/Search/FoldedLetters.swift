/// Letters that people type in different ways, but that Unicode doesn't decompose.
enum FoldedLetters {
    static let table: [UInt32: [UInt32]] = {
        var table: [UInt32: [UInt32]] = [:]
        for (letter, letters) in latin + cyrillic + arabic {
            table[letter.value] = letters.unicodeScalars.map(\.value)
        }
        return table
    }()

    private static let latin: [(Unicode.Scalar, String)] = [
        ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("ħ", "h"), ("ŧ", "t"),
        ("ŋ", "n"), ("ĸ", "k"),
    ]

    private static let cyrillic: [(Unicode.Scalar, String)] = [("ґ", "г")]

    /// Letters that look the same but differ between keyboards, alef maksura and teh marbuta, which people write as yeh
    /// and heh at the end of a word, and the stroke (tatweel) that only lengthens words.
    private static let arabic: [(Unicode.Scalar, String)] = [
        ("\u{6A9}", "\u{643}"), ("\u{6CC}", "\u{64A}"), ("\u{649}", "\u{64A}"), ("\u{629}", "\u{647}"),
        ("\u{6C1}", "\u{647}"), ("\u{6BE}", "\u{647}"), ("\u{671}", "\u{627}"), ("\u{640}", ""),
    ]
}
