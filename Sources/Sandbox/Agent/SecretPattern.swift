/// A text as it may stand somewhere: as it is, or with the escapes of JSON, also of JSON within JSON.
struct SecretPattern {
    private let elements: [Element]

    /// A character in the ways to write it.
    private struct Element {
        let utf8: [UInt8]
        let utf16: [UInt16]
        /// The letter of its short escape, `n` for a line feed.
        let letter: UInt8?

        init(_ scalar: Unicode.Scalar) {
            utf8 = Array(String(scalar).utf8)
            utf16 = Array(String(scalar).utf16)
            letter =
                switch scalar {
                case "\"", "/": UInt8(ascii: scalar)
                case "\n": UInt8(ascii: "n")
                case "\r": UInt8(ascii: "r")
                case "\t": UInt8(ascii: "t")
                case "\u{8}": UInt8(ascii: "b")
                case "\u{C}": UInt8(ascii: "f")
                default: nil
                }
        }
    }

    init(_ text: String) {
        // However many there are, they match however many there are.
        elements = text.unicodeScalars.reduce(into: []) { elements, scalar in
            if scalar == "\\", elements.last?.utf8 == [SecretPattern.backslash] { return }
            elements.append(Element(scalar))
        }
    }

    var length: Int { elements.count }

    /// The byte that it begins with, unless that is escaped.
    var firstByte: UInt8? { elements.first?.utf8.first }

    /// - Returns: where it ends when it stands at `index`.
    func end(in bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        var place = index
        for element in elements {
            guard let next = Self.end(of: element, in: bytes, at: place) else { return nil }
            place = next
        }
        return place
    }

    private static let backslash = UInt8(ascii: "\\")

    private static func end(of element: Element, in bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        guard index < bytes.endIndex else { return nil }
        if bytes[index] == backslash {
            let place = bytes[index...].firstIndex { $0 != backslash } ?? bytes.endIndex
            if element.utf8 == [backslash] { return place }
            if let letter = element.letter, place < bytes.endIndex, bytes[place] == letter { return place + 1 }
            return endOfEscapes(element.utf16, in: bytes, at: index)
        }
        return bytes[index...].starts(with: element.utf8) ? index + element.utf8.count : nil
    }

    /// Matches `\uXXXX`, twice for a character that UTF-16 has in two units.
    private static func endOfEscapes(_ units: [UInt16], in bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        var place = index
        for unit in units {
            guard place < bytes.endIndex, bytes[place] == backslash,
                let letter = bytes[place...].firstIndex(where: { $0 != backslash }), bytes[letter] == UInt8(ascii: "u"),
                letter + 4 < bytes.endIndex,
                UInt16(String(decoding: bytes[(letter + 1)...(letter + 4)], as: UTF8.self), radix: 16) == unit
            else { return nil }
            place = letter + 5
        }
        return place
    }
}
