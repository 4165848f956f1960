/// Cuts what arrives in pieces into lines.
struct LineSplitter {
    enum Line: Equatable {
        /// Without its end.
        case whole(ArraySlice<UInt8>)
        /// One that is longer than the limit, of which nothing is kept.
        case tooLong(bytes: Int)
    }

    let limit: Int
    /// Where the last line that was given ends, in bytes of all that has arrived.
    private(set) var end: Int
    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to where there is no line's end.
    private var searched = 0
    /// How much of a line that is too long was dropped already.
    private var dropped = 0

    /// - Parameter start: where what arrives begins.
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

    /// - Returns: the next line; `nil` until more has arrived.
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

    /// Takes what came after the last line's end for a line; `nil` when there is nothing.
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
