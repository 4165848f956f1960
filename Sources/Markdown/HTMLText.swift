/// Text escaped for HTML, in an element or in a quoted attribute.
package struct HTMLText: CustomStringConvertible {
    package let description: String

    /// Compares bytes: a special character followed by a combining one is a different `Character`.
    package init(_ text: String) {
        guard text.utf8.contains(where: { Self.entity(for: $0) != nil }) else {
            description = text
            return
        }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count * 9 / 8)
        Self.escape(ArraySlice(text.utf8), to: &escaped)
        description = String(decoding: escaped, as: UTF8.self)
    }

    /// Escapes the text, and marks up text between backticks as code.
    package init(prose text: String) {
        // Every second piece is between backticks.
        description = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, piece in
            let escaped = HTMLText(String(piece)).description
            return index.isMultiple(of: 2) ? escaped : "<code>\(escaped)</code>"
        }.joined()
    }

    /// Appends the escaped text, which is in UTF-8.
    package static func escape(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
        for byte in text {
            if let entity = entity(for: byte) {
                html.append(contentsOf: entity.utf8)
            } else {
                html.append(byte)
            }
        }
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
