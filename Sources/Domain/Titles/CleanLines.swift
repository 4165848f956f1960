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

    /// The next line if there is nothing in it to clean, as in most: no control characters, nothing invisible, no marks
    /// that join others, and single spaces. It is copied as it is, at a twentieth of what it costs to put it together of
    /// its characters.
    private mutating func nextPlain() -> Line? {
        var position = start
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        let textStart = position
        var textEnd = textStart
        var scalars = 0
        var marks = Line.Marks()
        var codeSigns = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n") { break }
            if byte == UInt8(ascii: " ") {
                position += 1
                continue
            }
            guard textEnd == textStart || position - textEnd <= 1 else { return nil }
            if byte < 0x80 {
                guard (0x21..<0x7F).contains(byte) else { return nil }
                position += 1
            } else {
                guard let length = PlainScalars.length(in: bytes, at: position) else { return nil }
                position += length
            }
            scalars += 1 + (textEnd < position - 1 ? 1 : 0)
            let mark = Line.Marks.of(byte)
            marks.formUnion(mark)
            if mark.contains(.code) { codeSigns += 1 }
            textEnd = position
        }
        guard scalars <= LineCleaner.maximumScalars else { return nil }
        let text = String(decoding: bytes[textStart..<textEnd], as: UTF8.self)
        let line = Line(text: text, indentation: textStart - start, marks: marks, codeSigns: codeSigns)
        advance(past: position, by: 1)
        return line
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
