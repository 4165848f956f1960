/// The private character before each word of an organization in the search index: two organizations' words are different
/// words there, so that nobody's search reads through, or is slowed down by, what others wrote.
package struct SearchMark: Sendable {
    private let bytes: [UInt8]

    /// U+F0000 to U+FFFFD are for private use, and letters to the index.
    private static let first: UInt32 = 0xF0000

    /// - Parameter number: the organization's, from 1 to 65,533.
    /// - Returns: `nil` for another number.
    package init?(organization number: Int) {
        guard (1..<65_534).contains(number), let scalar = Unicode.Scalar(Self.first + UInt32(number))
        else { return nil }
        bytes = Array(String(scalar).utf8)
    }

    /// A folded word as it is in the index.
    package func marked(_ word: String) -> String {
        String(decoding: bytes, as: UTF8.self) + word
    }

    /// A text as it is indexed.
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
