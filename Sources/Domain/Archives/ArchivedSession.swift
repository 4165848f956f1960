/// A session's row with its plan and pull requests. Counts and previews are left out: they are computed from the
/// messages.
package struct ArchivedSession: Equatable, Sendable {
    package let id: SessionID
    package let organization: OrganizationID
    package let author: UserID
    package let title: String
    package let titleSource: SessionSummary.TitleSource
    package let status: SessionStatus
    package let failure: String?
    package let model: String
    package let effort: AgentEffort
    package let mode: SessionMode
    package let repository: Repository?
    package let branch: String?
    package let agentSessionID: String?
    package let createdAt: Timestamp
    package let updatedAt: Timestamp
    package let archivedAt: Timestamp?
    package let tasks: [AgentTask]
    package let pullRequests: [PullRequest]
    /// The pull request of `pullRequests` that the session shows.
    package let currentPullRequest: PullRequestURL?

    package init(
        id: SessionID,
        organization: OrganizationID,
        author: UserID,
        title: String,
        titleSource: SessionSummary.TitleSource,
        status: SessionStatus,
        failure: String?,
        model: String,
        repository: Repository?,
        branch: String?,
        agentSessionID: String?,
        createdAt: Timestamp,
        updatedAt: Timestamp,
        archivedAt: Timestamp?,
        tasks: [AgentTask],
        pullRequests: [PullRequest],
        currentPullRequest: PullRequestURL?,
        effort: AgentEffort = .standard,
        mode: SessionMode = .auto
    ) {
        self.id = id
        self.organization = organization
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
        self.agentSessionID = agentSessionID
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.archivedAt = archivedAt
        self.tasks = tasks
        self.pullRequests = pullRequests
        self.currentPullRequest = currentPullRequest
    }

    /// The record of a session as it is shown, with its plan and all of its pull requests.
    package init(_ session: Session, agentSessionID: String?, tasks: [AgentTask], pullRequests: [PullRequest]) {
        self.init(
            id: session.id, organization: session.organizationID, author: session.author.id, title: session.title,
            titleSource: session.titleSource, status: session.status, failure: session.failure, model: session.model,
            repository: session.repository, branch: session.branch, agentSessionID: agentSessionID,
            createdAt: session.createdAt, updatedAt: session.updatedAt, archivedAt: session.archivedAt, tasks: tasks,
            pullRequests: pullRequests, currentPullRequest: session.pullRequest?.url, effort: session.effort,
            mode: session.mode)
    }
}

/// A line of a session's transcript, of any type.
package struct ArchivedMessage: Equatable, Sendable {
    package let session: SessionID
    package let sequence: Int
    /// The sequence number of the line before it, if that isn't `sequence - 1`.
    package let after: Int?
    /// The person who wrote it; `nil` for an agent's line.
    package let author: UserID?
    package let createdAt: Timestamp
    /// The line as Claude Code wrote it: one JSON object.
    package let json: String

    package init(
        session: SessionID, sequence: Int, after: Int? = nil, author: UserID?, createdAt: Timestamp, json: String
    ) {
        self.session = session
        self.sequence = sequence
        self.after = after
        self.author = author
        self.createdAt = createdAt
        self.json = json
    }
}
