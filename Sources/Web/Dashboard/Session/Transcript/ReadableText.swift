/// Makes text of a transcript safe to show: terminal control sequences are removed, and characters that change the
/// reading order are made visible, so that nothing reads differently from its content.
enum ReadableText {
    static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isControl($0) || turnsOrder($0) }) else { return text }
        var clean = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\n", "\t": clean.append(scalar)
            case "\r":
                if rest.first != "\n" { clean.append("\n") }
            case "\u{1B}", "\u{90}", "\u{98}", "\u{9B}", "\u{9D}", "\u{9E}", "\u{9F}":
                TerminalEscape.skip(scalar, in: &rest)
            case _ where turnsOrder(scalar): clean.append(contentsOf: "[U+\(hex(scalar))]".unicodeScalars)
            case _ where isControl(scalar): break
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
    }

    /// The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9).
    private static func turnsOrder(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        String(scalar.value, radix: 16, uppercase: true)
    }
}
