/// A position in a list of sessions. In the order of creation, nothing is skipped or repeated while sessions are added and
/// changed; in the order of the last change, a session that changes meanwhile moves to the front.
package struct SessionCursor: Equatable, Sendable {
    /// `SearchMatch.rank` in a search; otherwise 0.
    package let rank: Int
    /// The time of the session there by which the list is ordered.
    package let time: Timestamp
    package let id: SessionID

    package init(rank: Int, time: Timestamp, id: SessionID) {
        self.rank = rank
        self.time = time
        self.id = id
    }

    /// The position before the first session.
    package static let start = SessionCursor(
        rank: -1, time: Timestamp(milliseconds: .max), id: SessionID(rawValue: ""))
}

extension SessionCursor {
    /// The cursor as an opaque text for clients.
    package var text: String {
        let place = "\(rank)-\(time.milliseconds)-\(id)"
        return "\(place)-\(Base32.encode(CRC32.checksum(of: place)))"
    }

    /// - Throws: `InvalidValue` unless the text came from `text`.
    package init(_ text: String) throws(InvalidValue) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, let rank = Int(parts[0]), let milliseconds = Int64(parts[1]) else { throw Self.unknown }
        self.init(
            rank: rank, time: Timestamp(milliseconds: milliseconds), id: SessionID(rawValue: String(parts[2])))
        guard self.text == text else { throw Self.unknown }
    }

    private static let unknown = InvalidValue("must be the unchanged `nextCursor` of an earlier response")
}
