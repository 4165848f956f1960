/// Splits JSON (RFC 8259) into tokens: the only place that knows where a token ends. It copies and decodes nothing, and
/// checks no more than it must: a literal may be any word, and a string may have escapes that JSON doesn't know.
struct JSONScanner {
    enum Token: Equatable {
        case objectStart
        case objectEnd
        case arrayStart
        case arrayEnd
        case comma
        case colon
        /// The range of a string with its quotes.
        case string(Range<Int>)
        /// The range of a number, `true`, `false` or `null`.
        case literal(Range<Int>)
        /// A string that the text ends in.
        case openString
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the last token begins: the end of the text when there was none left.
    private(set) var start = 0
    /// The end of the last token.
    private var offset = 0

    /// - Parameter bytes: UTF-8 that outlives the scanner.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The next token; `nil` at the end of the text.
    mutating func next() -> Token? {
        skipWhiteSpace()
        start = offset
        guard offset < bytes.count else { return nil }
        offset += 1
        switch bytes[start] {
        case UInt8(ascii: "{"): return .objectStart
        case UInt8(ascii: "}"): return .objectEnd
        case UInt8(ascii: "["): return .arrayStart
        case UInt8(ascii: "]"): return .arrayEnd
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: "\""): return string()
        default: return literal()
        }
    }

    /// The range of the next value with all that it contains; `nil` when the text ends before.
    mutating func value() -> Range<Int>? {
        var depth = 0
        var first: Int?
        while let token = next() {
            let begin = first ?? start
            first = begin
            switch token {
            case .objectStart, .arrayStart: depth += 1
            case .objectEnd, .arrayEnd: depth -= 1
            case .openString: return nil
            case .comma, .colon, .string, .literal: break
            }
            if depth <= 0 { return begin..<offset }
        }
        return nil
    }

    private mutating func string() -> Token {
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard offset < bytes.count else {
            offset = bytes.count
            return .openString
        }
        offset += 1
        return .string(start..<offset)
    }

    private mutating func literal() -> Token {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x09, 0x0A, 0x0D:
                return .literal(start..<offset)
            default: offset += 1
            }
        }
        return .literal(start..<offset)
    }

    private mutating func skipWhiteSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }
}
