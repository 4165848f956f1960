/// One line of a message, fit to be shown: no control characters, white space folded to single spaces, trimmed.
struct Line {
    var text: String
    /// The width of the white space that stood before the text; a tab counts as four.
    var indentation: Int
}

/// The lines of a message, cleaned one at a time, so that a reader who has found what it wants pays for no more.
///
/// Only a line feed or a paragraph separator ends a line. A carriage return is white space, which makes CRLF right
/// and a progress bar one line.
struct CleanLines: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var isAtEnd = false

    init(of message: String) {
        scalars = message.unicodeScalars.makeIterator()
    }

    mutating func next() -> Line? {
        guard !isAtEnd else { return nil }
        var cleaner = LineCleaner()
        while let scalar = scalars.next() {
            if scalar == "\n" || scalar == "\u{2029}" { return cleaner.line() }
            cleaner.append(scalar)
        }
        isAtEnd = true
        return cleaner.line()
    }
}
