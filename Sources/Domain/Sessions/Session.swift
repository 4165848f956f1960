/// An agent's session: its conversation, repository and results. Lists show it without its messages.
package struct Session: Equatable, Sendable {
    package let id: SessionID
    package let organizationID: OrganizationID
    package let author: Author
    package var title: String
    package var titleSource: SessionSummary.TitleSource
    package var status: SessionStatus
    /// Why it failed, in words for people; only of a failed session.
    package var failure: String?
    package let model: String
    package let effort: AgentEffort
    package var mode: SessionMode
    package var repository: Repository?
    /// The agent's working branch, once there is one.
    package var branch: String?
    package var pullRequest: PullRequest?
    package var messageCount: Int
    package var firstMessagePreview: String?
    package var lastMessagePreview: String?
    package let createdAt: Timestamp
    package var updatedAt: Timestamp
    package var archivedAt: Timestamp?
    /// Set while its agent waits for a person.
    package var waitingFor: SessionWait?
    /// `nil` if no agent of this server was asked to work on it.
    package var run: SessionRun?

    package init(
        id: SessionID,
        organizationID: OrganizationID,
        author: Author,
        title: String,
        titleSource: SessionSummary.TitleSource,
        status: SessionStatus,
        failure: String?,
        model: String,
        repository: Repository?,
        branch: String?,
        pullRequest: PullRequest?,
        messageCount: Int,
        firstMessagePreview: String?,
        lastMessagePreview: String?,
        createdAt: Timestamp,
        updatedAt: Timestamp,
        archivedAt: Timestamp?,
        effort: AgentEffort = .standard,
        mode: SessionMode = .auto,
        waitingFor: SessionWait? = nil,
        run: SessionRun? = nil
    ) {
        self.id = id
        self.organizationID = organizationID
        self.author = author
        self.title = title
        self.titleSource = titleSource
        self.status = status
        self.failure = failure
        self.model = model
        self.effort = effort
        self.mode = mode
        self.repository = repository
        self.branch = branch
        self.pullRequest = pullRequest
        self.messageCount = messageCount
        self.firstMessagePreview = firstMessagePreview
        self.lastMessagePreview = lastMessagePreview
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.archivedAt = archivedAt
        self.waitingFor = waitingFor
        self.run = run
    }
}

/// The person who created a session, with the name and picture to show.
package struct Author: Equatable, Sendable {
    package let id: UserID
    package let name: String
    package let imageURL: String?

    package init(id: UserID, name: String, imageURL: String?) {
        self.id = id
        self.name = name
        self.imageURL = imageURL
    }
}
