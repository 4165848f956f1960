/// The private-use character before each word of an organization in the search index. It makes the words of two
/// organizations different, so that no search reads, or is slowed down by, another organization's text.
package struct SearchMark: Sendable {
    private let bytes: [UInt8]

    /// U+F0000 to U+FFFFD are for private use, and the index treats them as letters.
    private static let first: UInt32 = 0xF0000

    /// - Parameter number: the organization's number, from 1 to 65,533.
    /// - Returns: `nil` for any other number.
    package init?(organization number: Int) {
        guard (1..<65_534).contains(number), let scalar = Unicode.Scalar(Self.first + UInt32(number))
        else { return nil }
        bytes = Array(String(scalar).utf8)
    }

    /// A folded word with the mark, as in the index.
    package func marked(_ word: String) -> String {
        String(decoding: bytes, as: UTF8.self) + word
    }

    /// The words of a text, as they are stored in the index.
    package func indexed(_ text: String) -> IndexedText {
        var reader = TextWords(text)
        var line = IndexedLine(mark: bytes)
        while reader.next() {
            if !reader.isJoined { line.endChunk() }
            line.append(reader)
        }
        line.endChunk()
        return IndexedText(
            words: String(decoding: line.words, as: UTF8.self),
            parts: line.parts.isEmpty ? nil : String(decoding: line.parts, as: UTF8.self))
    }
}
