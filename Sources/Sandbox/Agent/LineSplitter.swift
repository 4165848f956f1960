/// Cuts what arrives in pieces into lines.
struct LineSplitter {
    let limit: Int
    /// Where the last line that was given ends, in bytes of all that has arrived.
    private(set) var end: Int
    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to where there is no line's end.
    private var searched = 0

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

    /// - Returns: the next line without its end; `nil` until more has arrived.
    /// - Throws: `LimitBreach.line` once a line is longer than it may be.
    mutating func next() throws(LimitBreach) -> ArraySlice<UInt8>? {
        let next = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
        searched = next.map { $0 + 1 } ?? buffer.count
        guard (next ?? buffer.count) - start <= limit else { throw .line(bytes: limit) }
        guard let next else { return nil }
        let line = buffer[start..<next]
        start = next + 1
        end += line.count + 1
        return line
    }

    /// What came after the last line's end.
    var rest: ArraySlice<UInt8> { buffer[start...] }
}
