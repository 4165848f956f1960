/// Reads canonical text without regard to how programs lay it out: line breaks with the indentation after them, NUL bytes
/// (UTF-16) and a terminal's control sequences such as colours are left out, percent-encoding is decoded however often it
/// was applied, letters of ASCII are in lower case, and the two alphabets of Base64 are one.
struct LooseText: Sendable {
    /// How much of a terminal's control sequence was read (ECMA-48, 5.4).
    private enum ControlSequence {
        case none, escape, parameters
    }

    /// A percent sign, and perhaps the digit after it, which may begin an escape.
    private struct Percent {
        let start: Int
        let end: Int
        var digit: (byte: UInt8, start: Int, end: Int)?
    }

    private var sequence = ControlSequence.none
    private var isAfterBreak = false
    private var percent: Percent?
    /// Whether nothing that was read before has to do with the next byte.
    private var isIdle = true

    private static let percentSign = UInt8(ascii: "%")

    /// Reads the next byte of a canonical text.
    ///
    /// - Parameters:
    ///   - isEscaped: whether a backslash stands before it, or it is the letter for a control.
    ///   - take: is given each byte of the result, and where in the text begins and ends what it was read from.
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

    /// The next byte as it reads in the result, where that doesn't depend on what is around it; then it needn't be read.
    /// Most bytes are like that.
    func plain(_ byte: UInt8, isEscaped: Bool) -> UInt8? {
        isIdle && !isEscaped && byte >= 0x20 && byte != Self.percentSign ? Self.folded(byte) : nil
    }

    /// Gives what is left at the end of a text.
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
        // What it stands for may be a percent sign again.
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
