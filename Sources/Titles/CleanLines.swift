/// The lines of a message, cleaned one at a time, so that a reader who has found what it wants pays for no more.
///
/// Only a line feed or a paragraph separator ends a line. A carriage return is white space, which makes CRLF right
/// and a progress bar one line.
struct CleanLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var start = 0
    private var isAtEnd = false

    init(of message: String) {
        bytes = Array(message.utf8)
    }

    mutating func next() -> Line? {
        guard !isAtEnd else { return nil }
        return nextPlain() ?? nextOfAnyKind()
    }

    /// The next line that shows something.
    mutating func nextFilled() -> Line? {
        while let line = next() {
            if !line.text.isEmpty { return line }
        }
        return nil
    }

    /// Whether another line shows something. Mostly the first letter that follows tells.
    func hasFilled() -> Bool {
        guard !isAtEnd else { return false }
        let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")]
        if let byte = bytes[start...].first(where: { !blanks.contains($0) }), byte.isASCIILetter || byte.isASCIIDigit {
            return true
        }
        var rest = self
        return rest.nextFilled() != nil
    }

    /// The next line if there is nothing in it to clean, as in most: no control characters, nothing invisible, no marks
    /// that join others, and single spaces. It is copied as it is, at a twentieth of what it costs to put it together of
    /// its characters.
    private mutating func nextPlain() -> Line? {
        let start = self.start
        let found = bytes.withUnsafeBufferPointer { PlainLine(in: $0, from: start) }
        guard let found, found.scalars <= LineCleaner.maximumScalars else { return nil }
        let text = String(decoding: bytes[found.text], as: UTF8.self)
        advance(past: found.end, by: 1)
        return Line(
            text: text, indentation: found.text.lowerBound - start, marks: found.marks, codeSigns: found.codeSigns)
    }

    private mutating func nextOfAnyKind() -> Line {
        var end = start
        var separator = 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            if bytes[end] == 0xE2, bytes[end...].prefix(3).elementsEqual([0xE2, 0x80, 0xA9]) {
                separator = 3
                break
            }
            end += 1
        }
        var cleaner = LineCleaner()
        for scalar in String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars { cleaner.append(scalar) }
        advance(past: end, by: separator)
        return cleaner.line()
    }

    private mutating func advance(past end: Int, by separator: Int) {
        isAtEnd = end == bytes.count
        if !isAtEnd { start = end + separator }
    }
}
