/// Builds one clean line from the Unicode scalars of a message.
struct LineCleaner {
    /// Far more than a title or preview shows; the rest of a line is ignored.
    static let maximumScalars = 4_000

    /// Text in any script has far fewer (the Stream-Safe Text Format of UAX #15 allows 30 marks). A grapheme with more
    /// is an attack on the display and becomes U+FFFD, which also bounds a title in bytes.
    private static let maximumScalarsInGrapheme = 32

    private var text = String.UnicodeScalarView()
    private var count = 0
    private var indentation = 0
    private var hasPendingSpace = false
    private var marksInARow = 0
    private var pendingJoiner: Unicode.Scalar?
    private var isASCII = true
    private var escape = EscapeSequence.none

    mutating func append(_ scalar: Unicode.Scalar) {
        guard count < Self.maximumScalars, !escape.consumes(scalar) else { return }
        if scalar.isBlank {
            appendSpace(isTab: scalar == "\t")
        } else if scalar.value > 0x20 && scalar.value < 0x7F {
            pendingJoiner = nil
            appendVisible(scalar)
        } else if scalar.isInvisible {
            appendInvisible(scalar)
        } else {
            isASCII = false
            appendBeyondASCII(scalar)
        }
    }

    consuming func line() -> Line {
        let cleaned = String(text)
        return Line(text: isASCII ? cleaned : Self.withBoundedGraphemes(cleaned), indentation: indentation)
    }

    private mutating func appendSpace(isTab: Bool) {
        if count == 0 {
            indentation += isTab ? 4 : 1
        } else {
            hasPendingSpace = true
        }
        pendingJoiner = nil
    }

    private mutating func appendBeyondASCII(_ scalar: Unicode.Scalar) {
        marksInARow = scalar.properties.isGraphemeExtend ? marksInARow + 1 : 0
        guard marksInARow <= Self.maximumScalarsInGrapheme else { return }
        if let joiner = pendingJoiner, scalar.properties.isAlphabetic || scalar.properties.isEmoji {
            text.append(joiner)
        }
        pendingJoiner = nil
        appendVisible(scalar)
    }

    private mutating func appendVisible(_ scalar: Unicode.Scalar) {
        if hasPendingSpace { text.append(" ") }
        hasPendingSpace = false
        text.append(scalar)
        count += 1
    }

    /// Joiners and variation selectors are part of emoji and of Indic, Persian and Japanese spelling, so that they stay
    /// after a character that they can apply to. All other invisible characters are removed, above all bidirectional
    /// controls: an unclosed isolate would reverse the page around the title.
    private mutating func appendInvisible(_ scalar: Unicode.Scalar) {
        guard let last = text.last, !hasPendingSpace else { return }
        switch scalar.value {
        case 0x200C, 0x200D:
            if !last.isASCII { pendingJoiner = scalar }
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            appendVisible(scalar)
        case 0xE0020...0xE007F where last == "\u{1F3F4}" || (0xE0020...0xE007F).contains(last.value):
            appendVisible(scalar)
        default:
            break
        }
        isASCII = false
    }

    private static func withBoundedGraphemes(_ text: String) -> String {
        var bounded = ""
        bounded.reserveCapacity(text.utf8.count)
        for character in text {
            let isBounded =
                character.utf8.count <= maximumScalarsInGrapheme
                || character.unicodeScalars.count <= maximumScalarsInGrapheme
            bounded.append(isBounded ? character : "\u{FFFD}")
        }
        return bounded
    }
}

/// Terminal colors (ECMA-48 control sequences, `ESC [ … letter`), which are frequent in pasted logs.
private enum EscapeSequence {
    case none, escape, control

    mutating func consumes(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .none:
            guard scalar == "\u{1B}" else { return false }
            self = .escape
        case .escape:
            self = scalar == "[" ? .control : .none
        case .control:
            if !(0x20...0x3F).contains(scalar.value) { self = .none }
        }
        return true
    }
}

extension Unicode.Scalar {
    /// All white space, and the blank Braille pattern, which looks like it.
    fileprivate var isBlank: Bool {
        isASCII ? (value == 0x20 || (0x09...0x0D).contains(value)) : (properties.isWhitespace || value == 0x2800)
    }

    fileprivate var isInvisible: Bool {
        properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
            || properties.isNoncharacterCodePoint
    }
}
