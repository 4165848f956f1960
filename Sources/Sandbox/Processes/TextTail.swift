/// The last lines of a text of any length.
struct TextTail: Sendable {
    private let limit: Int
    private var bytes: [UInt8] = []
    private var isCut = false

    init(limit: Int) {
        self.limit = limit
    }

    mutating func append(_ piece: [UInt8]) {
        bytes += piece
        isCut = isCut || bytes.count > limit
        // Not each time, so that a byte isn't moved again and again.
        if bytes.count > 2 * limit { bytes.removeFirst(bytes.count - limit) }
    }

    /// Begins with a whole line, so that no secret is in it of which the half is missing.
    var end: ArraySlice<UInt8> {
        let end = bytes.suffix(limit)
        return isCut ? end.drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.dropFirst() : end
    }
}
