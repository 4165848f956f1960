/// A session with its conversation, as the API returns it.
package struct SessionDetail: Sendable {
    package let session: Session
    /// The first batch of its messages.
    package let messages: MessageBatch
    /// The sequence number of the last line when the session was read. Later lines are not included in its counts.
    package let lastSequence: Int
    package let tasks: [AgentTask]
    package let environment: EnvironmentOutline?
    /// The state of its run; `nil` if it has none.
    package let run: Run?

    package init(
        session: Session, messages: MessageBatch, lastSequence: Int, tasks: [AgentTask],
        environment: EnvironmentOutline?, run: Run?
    ) {
        self.session = session
        self.messages = messages
        self.lastSequence = lastSequence
        self.tasks = tasks
        self.environment = environment
        self.run = run
    }
}

/// A part of a conversation's messages as elements of a JSON array, byte for byte as they were stored. It may end
/// within a message.
package struct MessageBatch: Sendable {
    /// The elements and the commas between them, with a comma before the first one unless it begins the array.
    package let json: [UInt8]
    /// The position at which the next part begins; `nil` if this is the last part.
    package let end: MessagePosition?

    package init(json: [UInt8], end: MessagePosition?) {
        self.json = json
        self.end = end
    }
}

/// A position in a conversation.
package struct MessagePosition: Hashable, Sendable {
    package static let start = MessagePosition(sequence: 0, bytes: 0)

    /// The sequence number of the last message that was read completely.
    package let sequence: Int
    /// The number of bytes read of the next message.
    package let bytes: Int

    package init(sequence: Int, bytes: Int) {
        self.sequence = sequence
        self.bytes = bytes
    }
}
