/// The lines of a message, cleaned lazily, so that a caller who stops early pays only for the lines it read.
///
/// Only a line feed or a paragraph separator ends a line. A carriage return counts as white space, which handles CRLF
/// and makes a progress bar one line.
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

    /// The next line that is not empty.
    mutating func nextFilled() -> Line? {
        while let line = next() {
            if !line.text.isEmpty { return line }
        }
        return nil
    }

    /// Whether there is another line that is not empty. In most cases the next letter decides it without parsing.
    func hasFilled() -> Bool {
        guard !isAtEnd else { return false }
        let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")]
        if let byte = bytes[start...].first(where: { !blanks.contains($0) }), byte.isASCIILetter || byte.isASCIIDigit {
            return true
        }
        var rest = self
        return rest.nextFilled() != nil
    }

    /// The next line if it needs no cleaning, as most lines: no control or invisible characters, no combining marks,
    /// and only single spaces. It is copied as bytes, which takes a twentieth of the time of assembling it from
    /// characters.
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
