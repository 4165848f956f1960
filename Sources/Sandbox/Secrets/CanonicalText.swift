/// Reads bytes in the canonical form in which they are compared with secrets: however often a text was encoded as JSON,
/// the form is the same.
///
/// Backslashes are dropped, `\uXXXX` becomes its character, and the control characters that JSON escapes with a letter
/// become that letter: a line feed, `\n` and `\\\\n` are all equal. Texts that differ only in this way are confused,
/// deliberately: it is better to redact too much than too little.
struct CanonicalText: Sendable {
    /// Number of bytes read.
    private(set) var offset = 0
    /// Number of backslashes directly before `offset`.
    private var backslashes = 0
    /// Whether the next character is escaped; after `\u005c` it is, without a backslash.
    private var isEscaped = false
    /// The first unit of a UTF-16 surrogate pair, with the offset of its escape.
    private var half: (unit: UInt32, start: Int)?

    typealias Take = (_ byte: UInt8, _ isEscaped: Bool, _ start: Int, _ end: Int) -> Void

    private static let backslash = UInt8(ascii: "\\")

    /// Reads a byte that is the same in the canonical form regardless of its neighbors, as most bytes are.
    ///
    /// - Returns: `false` for any other byte; use `readNext` then.
    mutating func pass(_ byte: UInt8) -> Bool {
        guard isIdle, byte >= 0x20, byte != Self.backslash else { return false }
        offset &+= 1
        return true
    }

    private var isIdle: Bool { backslashes == 0 && !isEscaped && half == nil }

    /// Reads the next byte, or a whole escape.
    ///
    /// - Parameter take: called for each byte of the canonical form; with whether a backslash precedes it or it is the
    ///   letter of a control character, and with the range in the original text from which it was read.
    mutating func readNext(
        of bytes: UnsafeBufferPointer<UInt8>, _ take: Take
    ) {
        let byte = bytes[offset]
        if byte == Self.backslash {
            isEscaped = true
            backslashes &+= 1
            offset &+= 1
            return
        }
        // Backslashes come in pairs that stand for one each; an odd last one belongs to the character.
        let start = offset &- (backslashes & 1)
        if isEscaped, byte == UInt8(ascii: "u"), let unit = Self.unit(at: offset &+ 1, of: bytes) {
            offset &+= 5
            backslashes = 0
            readUnit(unit, start: start, take)
            return
        }
        finish(take)
        offset &+= 1
        let wasEscaped = isEscaped
        backslashes = 0
        isEscaped = false
        take(byte < 0x20 ? Self.letter(for: byte) : byte, wasEscaped || byte < 0x20, start, offset)
    }

    /// Call this at the end of the text, for a pending half of a surrogate pair.
    mutating func finish(_ take: Take) {
        guard let half else { return }
        self.half = nil
        Self.encode(half.unit, start: half.start, end: half.start &+ 6, take)
    }

    private mutating func readUnit(_ unit: UInt32, start: Int, _ take: Take) {
        isEscaped = false
        if let first = half, unit & 0xFC00 == 0xDC00 {
            half = nil
            let scalar = 0x10000 &+ ((first.unit & 0x3FF) << 10) &+ (unit & 0x3FF)
            return Self.encode(scalar, start: first.start, end: offset, take)
        }
        finish(take)
        switch unit {
        case UInt32(Self.backslash): isEscaped = true
        case 0..<0x20: take(Self.letter(for: UInt8(unit)), true, start, offset)
        case 0xD800...0xDBFF: half = (unit, start)
        default: Self.encode(unit, start: start, end: offset, take)
        }
    }

    /// Parses four hexadecimal digits.
    private static func unit(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard index &+ 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for place in index..<(index &+ 4) {
            let byte = bytes[place]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte &- 0x30
            case 0x41...0x46: digit = byte &- 0x37
            case 0x61...0x66: digit = byte &- 0x57
            default: return nil
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    private static func letter(for control: UInt8) -> UInt8 {
        switch control {
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        default: control
        }
    }

    /// Encodes as UTF-8; also a lone surrogate, which has no valid encoding.
    private static func encode(_ scalar: UInt32, start: Int, end: Int, _ take: Take) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
        switch scalar {
        case 0..<0x80:
            take(UInt8(scalar), false, start, end)
        case 0x80..<0x800:
            take(UInt8(0xC0 | scalar >> 6), false, start, end)
            take(tail(0), false, start, end)
        case 0x800..<0x10000:
            take(UInt8(0xE0 | scalar >> 12), false, start, end)
            take(tail(6), false, start, end)
            take(tail(0), false, start, end)
        default:
            take(UInt8(0xF0 | scalar >> 18), false, start, end)
            take(tail(12), false, start, end)
            take(tail(6), false, start, end)
            take(tail(0), false, start, end)
        }
    }
}

extension CanonicalText {
    static func bytes(of text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var canonical = CanonicalText()
        text.withUnsafeBufferPointer { bytes in
            while canonical.offset < bytes.count {
                canonical.readNext(of: bytes) { byte, _, _, _ in result.append(byte) }
            }
            canonical.finish { byte, _, _, _ in result.append(byte) }
        }
        return result
    }
}
