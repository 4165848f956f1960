/// Reads canonical text without the differences that come from formatting: drops line breaks with the indentation after
/// them, NUL bytes (UTF-16) and terminal control sequences such as colors; decodes percent-encoding, even when nested;
/// converts ASCII letters to lower case; and treats the two Base64 alphabets as one.
struct LooseText: Sendable {
    /// How much of a terminal control sequence was read (ECMA-48, 5.4).
    private enum ControlSequence {
        case none, escape, parameters
    }

    /// A percent sign, possibly with one digit: the possible start of an escape.
    private struct Percent {
        let start: Int
        let end: Int
        var digit: (byte: UInt8, start: Int, end: Int)?
    }

    private var sequence = ControlSequence.none
    private var isAfterBreak = false
    private var percent: Percent?
    /// Whether the next byte can be read without regard to earlier ones.
    private var isIdle = true

    private static let percentSign = UInt8(ascii: "%")

    /// Reads the next byte of canonical text.
    ///
    /// - Parameters:
    ///   - isEscaped: whether a backslash precedes the byte, or it is the letter of a control character.
    ///   - take: called for each byte of the result, with the range in the original text from which it was read.
    mutating func read(
        _ byte: UInt8, isEscaped: Bool, _ start: Int, _ end: Int,
        _ take: (_ byte: UInt8, _ start: Int, _ end: Int) -> Void
    ) {
        if isControl(byte) { return }
        defer { isIdle = sequence == .none && !isAfterBreak && percent == nil }
        if isEscaped, byte == UInt8(ascii: "n") || byte == UInt8(ascii: "r") {
            isAfterBreak = true
            return
        }
        if isAfterBreak, byte == UInt8(ascii: " ") || isEscaped && byte == UInt8(ascii: "t") { return }
        isAfterBreak = false
        decode(byte, start, end, take)
    }

    /// The next byte in its loose form if that does not depend on its neighbors, as for most bytes; then `read` is not
    /// needed. Otherwise `nil`.
    func plain(_ byte: UInt8, isEscaped: Bool) -> UInt8? {
        isIdle && !isEscaped && byte >= 0x20 && byte != Self.percentSign ? Self.folded(byte) : nil
    }

    /// Call this at the end of the text, for a pending percent sign.
    mutating func finish(_ take: (_ byte: UInt8, _ start: Int, _ end: Int) -> Void) {
        guard let percent else { return }
        self.percent = nil
        take(Self.percentSign, percent.start, percent.end)
        if let digit = percent.digit { take(Self.folded(digit.byte), digit.start, digit.end) }
    }

    private mutating func isControl(_ byte: UInt8) -> Bool {
        switch sequence {
        case .escape where byte == UInt8(ascii: "["):
            (sequence, isIdle) = (.parameters, false)
            return true
        case .parameters where (0x20...0x3F).contains(byte):
            return true
        case .parameters where (0x40...0x7E).contains(byte):
            sequence = .none
            return true
        case .none, .escape, .parameters:
            sequence = byte == 0x1B ? .escape : .none
            if sequence != .none { isIdle = false }
            return byte == 0x1B || byte == 0
        }
    }

    private mutating func decode(_ byte: UInt8, _ start: Int, _ end: Int, _ take: (UInt8, Int, Int) -> Void) {
        guard let known = percent else {
            switch byte {
            case Self.percentSign: percent = Percent(start: start, end: end)
            case 0, 0x0A, 0x0D: isAfterBreak = true
            default: take(Self.folded(byte), start, end)
            }
            return
        }
        guard let low = Self.digit(byte) else {
            finish(take)
            return decode(byte, start, end, take)
        }
        guard let first = known.digit, let high = Self.digit(first.byte) else {
            percent?.digit = (byte, start, end)
            return
        }
        percent = nil
        // The decoded byte may be another percent sign.
        decode(high << 4 | low, known.start, end, take)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte &- 0x30
        case 0x41...0x46: byte &- 0x37
        case 0x61...0x66: byte &- 0x57
        default: nil
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case UInt8(ascii: "-"): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        default: byte
        }
    }
}

extension LooseText {
    static func bytes(of text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var (canonical, loose) = (CanonicalText(), LooseText())
        func read(_ byte: UInt8, _ isEscaped: Bool, _ start: Int, _ end: Int) {
            loose.read(byte, isEscaped: isEscaped, start, end) { byte, _, _ in result.append(byte) }
        }
        text.withUnsafeBufferPointer { bytes in
            while canonical.offset < bytes.count { canonical.readNext(of: bytes, read) }
            canonical.finish(read)
        }
        loose.finish { byte, _, _ in result.append(byte) }
        return result
    }
}
