/// The last lines of a text of any length, up to a limit in bytes.
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
        // Not on every call, so that bytes are not moved again and again.
        if bytes.count > 2 * limit { bytes.removeFirst(bytes.count - limit) }
    }

    /// Starts at a line boundary, so that no secret is cut in half and slips past the redactor.
    var end: ArraySlice<UInt8> {
        let end = bytes.suffix(limit)
        return isCut ? end.drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.dropFirst() : end
    }
}
