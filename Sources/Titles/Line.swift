/// One line of a message, fit to be shown: no control characters, white space folded to single spaces, trimmed.
struct Line: Equatable {
    let text: String
    /// The width of the white space that stood before the text; a tab counts as four.
    let indentation: Int
    /// Which signs are in the text, so that most readers need not look at most lines.
    let marks: Marks
    /// How many signs of code are in the text.
    let codeSigns: Int

    struct Marks: OptionSet, Equatable {
        let rawValue: UInt16

        /// Signs that programming languages use more than people do.
        static let code = Marks(rawValue: 1 << 0)
        /// What fences and code spans are made of.
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
