/// A session with its whole conversation, as a person opens it.
package struct SessionDetail: Sendable {
    package let session: Session
    package let messages: [Message]
    package let tasks: [AgentTask]

    package init(session: Session, messages: [Message], tasks: [AgentTask]) {
        self.session = session
        self.messages = messages
        self.tasks = tasks
    }
}
