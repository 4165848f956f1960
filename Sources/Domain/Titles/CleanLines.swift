/// One line of a message, fit to be shown: no control characters, white space folded to single spaces, trimmed.
struct Line: Equatable {
    var text: String
    /// The width of the white space that stood before the text; a tab counts as four.
    var indentation: Int
}

/// The lines of a message, cleaned one at a time, so that a reader who has found what it wants pays for no more.
///
/// Only a line feed or a paragraph separator ends a line. A carriage return is white space, which makes CRLF right
/// and a progress bar one line.
struct CleanLines: Sequence, IteratorProtocol {
    private let message: String
    private var start: String.Index
    private var isAtEnd = false

    init(of message: String) {
        self.message = message
        start = message.startIndex
    }

    mutating func next() -> Line? {
        guard !isAtEnd else { return nil }
        return nextPlain() ?? nextOfAnyKind()
    }

    /// The next line if there is nothing in it to clean, as in most: ASCII without control characters and with single
    /// spaces. It is copied as it is, at a twentieth of what it costs to put it together of its characters.
    private mutating func nextPlain() -> Line? {
        let bytes = message.utf8
        let text = bytes[start...].drop { $0 == UInt8(ascii: " ") }
        var end = text.startIndex
        var textEnd = end
        while end != bytes.endIndex, bytes[end] != UInt8(ascii: "\n") {
            let byte = bytes[end]
            guard (0x20..<0x7F).contains(byte) else { return nil }
            let next = bytes.index(after: end)
            if byte != UInt8(ascii: " ") {
                guard textEnd == end || bytes.distance(from: textEnd, to: end) == 1 else { return nil }
                textEnd = next
            }
            end = next
        }
        guard bytes.distance(from: text.startIndex, to: textEnd) <= LineCleaner.maximumScalars else { return nil }
        let indentation = bytes.distance(from: start, to: text.startIndex)
        advance(past: end)
        return Line(text: String(message[text.startIndex..<textEnd]), indentation: indentation)
    }

    private mutating func nextOfAnyKind() -> Line {
        let scalars = message.unicodeScalars
        var cleaner = LineCleaner()
        var end = start
        while end != scalars.endIndex, scalars[end] != "\n", scalars[end] != "\u{2029}" {
            cleaner.append(scalars[end])
            scalars.formIndex(after: &end)
        }
        advance(past: end)
        return cleaner.line()
    }

    private mutating func advance(past end: String.Index) {
        isAtEnd = end == message.endIndex
        if !isAtEnd { start = message.unicodeScalars.index(after: end) }
    }
}
