/// The private character before each word of an organization in the search index: two organizations' words are different
/// words there, so that nobody's search reads through, or is slowed down by, what others wrote.
package struct SearchMark: Sendable {
    private let scalar: Unicode.Scalar

    /// U+F0000 to U+FFFFD are for private use, and letters to the index.
    private static let first: UInt32 = 0xF0000

    /// - Parameter number: the organization's, from 1 to 65,533.
    /// - Returns: `nil` for another number.
    package init?(organization number: Int) {
        guard (1..<65_534).contains(number), let scalar = Unicode.Scalar(Self.first + UInt32(number))
        else { return nil }
        self.scalar = scalar
    }

    /// The text as it is indexed and searched, with the mark before every word.
    package func marked(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isInWord = false
        for scalar in SearchText.separated(text).unicodeScalars {
            let isWord = FoldedScalars.isPartOfWord(scalar)
            if isWord, !isInWord { result.append(self.scalar) }
            result.append(scalar)
            isInWord = isWord
        }
        return String(result)
    }

    /// The text without its marks, as `SearchText.separated` made it.
    package func unmarked(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != scalar }))
    }
}
