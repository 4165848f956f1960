/// A session with its whole conversation, as a person opens it.
package struct SessionDetail: Sendable {
    package let session: Session
    /// Its messages exactly as they came, a JSON array.
    package let messages: [UInt8]
    package let tasks: [AgentTask]
    package let environment: EnvironmentOutline?
    /// What the sandbox does for it, if it does.
    package let run: Run?

    package init(
        session: Session, messages: [UInt8], tasks: [AgentTask], environment: EnvironmentOutline?, run: Run?
    ) {
        self.session = session
        self.messages = messages
        self.tasks = tasks
        self.environment = environment
        self.run = run
    }
}
