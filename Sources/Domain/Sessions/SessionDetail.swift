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

/// Messages of a conversation one after the other, exactly as they came.
package struct MessageBatch: Sendable {
    /// The elements of a JSON array, with commas between them.
    package let json: [UInt8]
    package let count: Int
    /// The place of the last one when more may follow.
    package let end: Int?

    package init(json: [UInt8], count: Int, end: Int?) {
        self.json = json
        self.count = count
        self.end = end
    }
}
