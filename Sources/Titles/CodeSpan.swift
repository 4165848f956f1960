/// A code span of Markdown: as many backticks behind as in front.
enum CodeSpan {
    /// A span longer than this is a fence that lost its lines; looking no further keeps the time linear.
    private static let maximumLength = 300

    /// The position behind a span that starts at `start`, or nothing if it is never closed.
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
