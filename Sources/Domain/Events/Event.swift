/// An entry of the event log, with the current state of its subject.
package struct Event: Sendable {
    package enum Subject: Sendable {
        case session(Session)
        case deletedSession
        case message(Message)
        /// The sequence number of a message that a person withdrew.
        case withdrawnMessage(Int)
        case task(AgentTask)
        /// The id of a task that the agent removed from its plan.
        case removedTask(String)
        case run(Run)
        case request(AgentRequest)
        case stats(SessionStats)
    }

    /// Its number in the log, which all organizations share.
    package let number: Int
    package let type: EventType
    package let organization: OrganizationID
    package let session: SessionID
    package let subject: Subject

    package init(
        number: Int, type: EventType, organization: OrganizationID, session: SessionID, subject: Subject
    ) {
        self.number = number
        self.type = type
        self.organization = organization
        self.session = session
        self.subject = subject
    }
}
