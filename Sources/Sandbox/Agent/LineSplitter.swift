/// Splits a stream of bytes into lines.
struct LineSplitter {
    enum Line: Equatable {
        /// A line, without its line feed.
        case whole(ArraySlice<UInt8>)
        /// A line that is longer than the limit; its content was dropped.
        case tooLong(bytes: Int)
    }

    let limit: Int
    /// Offset just after the last returned line, in bytes of the whole stream.
    private(set) var end: Int
    private var buffer: [UInt8] = []
    private var start = 0
    /// The buffer has no line feed before this index.
    private var searched = 0
    /// Number of bytes already dropped from an overlong line.
    private var dropped = 0

    /// - Parameter start: the offset in the stream of the first byte appended.
    init(limit: Int, from start: Int = 0) {
        self.limit = limit
        end = start
    }

    mutating func append(_ piece: [UInt8]) {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        buffer += piece
    }

    /// - Returns: the next complete line; `nil` until more bytes arrive.
    mutating func next() -> Line? {
        guard let next = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = buffer.count
            if dropped + buffer.count - start > limit { dropRest() }
            return nil
        }
        let line = buffer[start..<next]
        let length = dropped + line.count
        (start, searched, dropped) = (next + 1, next + 1, 0)
        end += length + 1
        return length > limit ? .tooLong(bytes: length) : .whole(line)
    }

    /// The rest after the last line feed, as a line; `nil` if it is empty.
    mutating func last() -> Line? {
        let line = buffer[start...]
        let length = dropped + line.count
        guard length > 0 else { return nil }
        (start, searched, dropped) = (buffer.count, buffer.count, 0)
        end += length
        return length > limit ? .tooLong(bytes: length) : .whole(line)
    }

    private mutating func dropRest() {
        dropped += buffer.count - start
        buffer = []
        (start, searched) = (0, 0)
    }
}
