/// An entry of the event log, together with what it tells of as that is now.
package struct Event: Sendable {
    package enum Subject: Sendable {
        case session(Session)
        case deletedSession
        case message(Message)
        case task(AgentTask)
        /// The id of a step that the agent took out of its plan.
        case removedTask(String)
        case stats(SessionStats)
    }

    /// Its place in the log, which all organizations share.
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

/// A stretch of the log: the events that were asked for, and how far it has been read for them.
package struct EventBatch: Sendable {
    package let events: [Event]
    /// Everything up to and including this number is in `events`, wasn't asked for, or tells of what is gone.
    package let end: Int
    /// Whether the log went on after `end` when it was read.
    package let hasMore: Bool

    package init(events: [Event], end: Int, hasMore: Bool) {
        self.events = events
        self.end = end
        self.hasMore = hasMore
    }
}

/// Whose events a reader wants: an organization's, or of these only one session's.
package struct EventScope: Hashable, Sendable {
    package let organization: OrganizationID
    package let session: SessionID?

    package init(organization: OrganizationID, session: SessionID?) {
        self.organization = organization
        self.session = session
    }

    /// The organization's numbers are no session's own.
    package func contains(_ event: Event) -> Bool {
        guard event.organization == organization else { return false }
        return session == nil || session == event.session && event.type != .statsChanged
    }
}

/// Where a reader of the log starts.
package struct EventStart: Equatable, Sendable {
    package let position: Int
    /// The last number of the log.
    package let end: Int
    /// The position that was asked for isn't in the log any more, or not yet: the reader goes on from the end.
    package let isReset: Bool

    package init(position: Int, end: Int, isReset: Bool) {
        self.position = position
        self.end = end
        self.isReset = isReset
    }
}
