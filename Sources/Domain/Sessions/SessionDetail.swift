/// A session with its conversation, as a person opens it.
package struct SessionDetail: Sendable {
    package let session: Session
    /// The first of its messages.
    package let messages: MessageBatch
    /// The place of the last line that it had when it was read: what comes later isn't counted in it.
    package let lastSequence: Int
    package let tasks: [AgentTask]
    package let environment: EnvironmentOutline?
    /// What the sandbox does for it, if it does.
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

/// A part of a conversation's messages as a JSON array has them, exactly as they came. It may end within one.
package struct MessageBatch: Sendable {
    /// The elements with the commas between them, and before the first one unless that begins the array.
    package let json: [UInt8]
    /// Where the next part begins; `nil` when there is none.
    package let end: MessagePosition?

    package init(json: [UInt8], end: MessagePosition?) {
        self.json = json
        self.end = end
    }
}

/// How far a conversation was read.
package struct MessagePosition: Hashable, Sendable {
    package static let start = MessagePosition(sequence: 0, bytes: 0)

    /// Of the last message that was read whole.
    package let sequence: Int
    /// How much of the next one was read.
    package let bytes: Int

    package init(sequence: Int, bytes: Int) {
        self.sequence = sequence
        self.bytes = bytes
    }
}
