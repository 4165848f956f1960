/// A Markdown code span: between two runs of the same number of backticks.
enum CodeSpan {
    /// In bytes. A longer span is a fence without line breaks; the limit makes the search linear.
    private static let maximumLength = 300

    /// The position after the span that starts at `start`; `nil` if it is never closed.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        let length = runLength(in: bytes, from: start)
        guard length <= 3 else { return nil }
        let limit = min(bytes.count, start + maximumLength)
        var position = start + length
        while position < limit {
            let run = runLength(in: bytes, from: position)
            if run == length { return position + run }
            position += max(run, 1)
        }
        return nil
    }

    private static func runLength(in bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
        return end - start
    }
}
