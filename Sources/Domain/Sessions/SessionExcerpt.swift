/// A session with a part of its conversation, as the dashboard shows it, all at one moment.
package struct SessionExcerpt: Sendable {
    package let session: Session
    package let messages: MessagePage
    package let tasks: [AgentTask]
    package let environment: EnvironmentOutline?
    /// Those that another attempt can be made in.
    package let environments: [EnvironmentOutline]
    /// What the sandbox does for it, if it does.
    package let run: Run?
    /// What its agents wait for people to answer.
    package let requests: [AgentRequest]
    /// What people said that no agent was told, the first of it.
    package let queued: [Message]
    /// The files of the messages.
    package var attachments: [SentAttachment] = []
    /// The end of the event log: news after it isn't shown here.
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
