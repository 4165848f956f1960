/// A session with a part of its conversation, for the dashboard; all of it from one snapshot of the database.
package struct SessionExcerpt: Sendable {
    package let session: Session
    package let messages: MessagePage
    package let tasks: [AgentTask]
    package let environment: EnvironmentOutline?
    /// The environments that a retry can use.
    package let environments: [EnvironmentOutline]
    /// The state of its run; `nil` if it has none.
    package let run: Run?
    /// The requests that wait for a person's answer.
    package let requests: [AgentRequest]
    /// The first of people's messages that no agent has received.
    package let queued: [Message]
    /// The attachments of the messages.
    package var attachments: [SentAttachment] = []
    /// The number of the last event that the excerpt includes.
    package let position: Int

    package init(
        session: Session, messages: MessagePage, tasks: [AgentTask], environment: EnvironmentOutline?,
        environments: [EnvironmentOutline] = [], run: Run?, requests: [AgentRequest] = [],
        queued: [Message] = [], position: Int
    ) {
        self.session = session
        self.messages = messages
        self.tasks = tasks
        self.environment = environment
        self.environments = environments
        self.run = run
        self.requests = requests
        self.queued = queued
        self.position = position
    }
}
