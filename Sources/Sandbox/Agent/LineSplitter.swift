/// Cuts what arrives in pieces into lines.
struct LineSplitter {
    let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to where there is no line's end.
    private var searched = 0

    init(limit: Int) {
        self.limit = limit
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
        let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
        searched = end.map { $0 + 1 } ?? buffer.count
        guard (end ?? buffer.count) - start <= limit else { throw .line(bytes: limit) }
        guard let end else { return nil }
        defer { start = end + 1 }
        return buffer[start..<end]
    }

    /// What came after the last line's end.
    var rest: ArraySlice<UInt8> { buffer[start...] }
}
