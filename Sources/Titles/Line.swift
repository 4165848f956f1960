/// One line of a message, ready to be shown: no control characters, white space collapsed to single spaces, trimmed.
struct Line: Equatable {
    let text: String
    /// The width of the white space before the text; a tab counts as four.
    let indentation: Int
    /// The kinds of signs in the text, so that most checks can skip most lines.
    let marks: Marks
    /// The number of signs of code in the text.
    let codeSigns: Int

    struct Marks: OptionSet, Equatable {
        let rawValue: UInt16

        /// Signs that are more frequent in code than in prose.
        static let code = Marks(rawValue: 1 << 0)
        /// The signs of fences and code spans.
        static let fence = Marks(rawValue: 1 << 1)
        static let tag = Marks(rawValue: 1 << 2)
        static let colon = Marks(rawValue: 1 << 3)
        static let bracket = Marks(rawValue: 1 << 4)
        static let equals = Marks(rawValue: 1 << 5)
        static let beyondASCII = Marks(rawValue: 1 << 6)

        static func of(_ byte: UInt8) -> Marks {
            switch byte {
            case 0x61...0x7A, 0x41...0x5A: []
            case UInt8(ascii: "`"), UInt8(ascii: "~"): .fence
            case UInt8(ascii: ":"): .colon
            case UInt8(ascii: "<"): [.tag, .code]
            case UInt8(ascii: "["): [.bracket, .code]
            case UInt8(ascii: "="): [.equals, .code]
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "]"),
                UInt8(ascii: ">"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "$"),
                UInt8(ascii: "\\"), UInt8(ascii: "\""):
                .code
            case 0x80...: .beyondASCII
            default: []
            }
        }
    }

    init(text: String, indentation: Int, marks: Marks, codeSigns: Int) {
        self.text = text
        self.indentation = indentation
        self.marks = marks
        self.codeSigns = codeSigns
    }

    init(text: String, indentation: Int) {
        var marks = Marks()
        var codeSigns = 0
        for byte in text.utf8 {
            let mark = Marks.of(byte)
            marks.formUnion(mark)
            if mark.contains(.code) { codeSigns += 1 }
        }
        self.init(text: text, indentation: indentation, marks: marks, codeSigns: codeSigns)
    }
}
