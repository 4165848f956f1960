/// A line of a session's transcript, with its sequence number and time.
package struct Message: Equatable, Sendable {
    /// Increases within the session. Lines that are not messages are numbered too, so that there can be gaps.
    package let sequence: Int
    /// The line as Claude Code wrote it: one JSON object.
    package let json: String
    /// The person who wrote it; `nil` when an agent did.
    package let author: Author?
    package let createdAt: Timestamp

    package init(sequence: Int, json: String, author: Author?, createdAt: Timestamp) {
        self.sequence = sequence
        self.json = json
        self.author = author
        self.createdAt = createdAt
    }
}

/// A page of a transcript, in its order.
package struct MessagePage: Sendable {
    package let messages: [Message]
    /// Whether there are more in the direction of reading.
    package let hasMore: Bool

    package init(messages: [Message], hasMore: Bool) {
        self.messages = messages
        self.hasMore = hasMore
    }
}

/// The part of a transcript to read.
package enum MessageRange: Equatable, Sendable {
    /// From the message after this sequence number onwards; 0 is the beginning.
    case after(Int)
    /// The last messages before this sequence number.
    case before(Int)
}
