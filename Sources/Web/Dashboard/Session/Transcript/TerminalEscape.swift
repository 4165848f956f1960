/// The escape sequences of terminals (ECMA-48): colors, cursor movements, titles, links.
enum TerminalEscape {
    typealias Rest = Substring.UnicodeScalarView

    /// Skips the rest of an escape sequence after its introducer. An unfinished string ends at the end of the line.
    static func skip(_ introducer: Unicode.Scalar, in rest: inout Rest) {
        switch introducer {
        case "\u{1B}": skipEscape(in: &rest)
        case "\u{9B}": skipControlSequence(in: &rest)
        default: skipString(in: &rest)
        }
    }

    private static func skipEscape(in rest: inout Rest) {
        switch rest.first {
        case "[":
            rest.removeFirst()
            skipControlSequence(in: &rest)
        case "]", "P", "X", "^", "_":
            rest.removeFirst()
            skipString(in: &rest)
        default:
            while let scalar = rest.first, (0x20...0x2F).contains(scalar.value) { rest.removeFirst() }
            if let scalar = rest.first, (0x30...0x7E).contains(scalar.value) { rest.removeFirst() }
        }
    }

    /// Parameters, then one final byte.
    private static func skipControlSequence(in rest: inout Rest) {
        while let scalar = rest.first, (0x20...0x3F).contains(scalar.value) { rest.removeFirst() }
        if let scalar = rest.first, (0x40...0x7E).contains(scalar.value) { rest.removeFirst() }
    }

    /// Up to BEL or the string terminator.
    private static func skipString(in rest: inout Rest) {
        while let scalar = rest.first, scalar != "\n" {
            rest.removeFirst()
            switch scalar {
            case "\u{07}", "\u{9C}": return
            case "\u{1B}" where rest.first == "\\":
                rest.removeFirst()
                return
            default: break
            }
        }
    }
}
