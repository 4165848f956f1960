import Domain

/// The record of a message.
extension JSONWriter {
    mutating func fields(of message: ArchivedMessage) {
        field("session", message.session.rawValue)
        field("sequence", message.sequence)
        if let after = message.after { field("after", after) }
        field("author", message.author?.rawValue)
        field("createdAt", message.createdAt)
        field("line") { $0.raw(message.json.utf8) }
    }
}

extension BodyFields {
    /// The widest gap before a message's sequence: how many messages in a row may have been taken back.
    private static let widestGap = 1_000_000

    mutating func archivedMessage() throws -> ArchivedMessage {
        require("session", "sequence", "createdAt", "line")
        let givenSession: SessionID? = identifier("session")
        let givenSequence = integer("sequence")
        let after = integer("after")
        if let after, let givenSequence, !(1...Self.widestGap).contains(givenSequence - max(0, after)) {
            fail("after", "must be a sequence shortly before the message's own")
        }
        let author: UserID? = identifier("author")
        let givenTime = time("createdAt")
        let (session, sequence, createdAt) = try finish(givenSession, givenSequence, givenTime)
        return ArchivedMessage(
            session: session, sequence: sequence, after: after, author: author, createdAt: createdAt, json: "")
    }
}

extension ArchivedMessage {
    func withLine(_ json: String) -> Self {
        ArchivedMessage(
            session: session, sequence: sequence, after: after, author: author, createdAt: createdAt, json: json)
    }
}
