/// The settings for a new session.
package struct SessionDraft: Sendable {
    package static let defaultModel = "claude-opus-4-6"

    package let organizationID: OrganizationID
    /// The first message, checked by `PlainText.prompt`; a session may start without one.
    package let prompt: String?
    package var repository: Repository?
    package let model: String
    /// The chosen environment; `nil` for the repository's environment or else the default one.
    package let environment: EnvironmentID?
    package let effort: AgentEffort
    package let mode: SessionMode
    /// Uploaded files to attach to the first message.
    package var attachments: [AttachmentID] = []

    package init(
        organizationID: OrganizationID, prompt: String?, repository: Repository?, model: String?,
        environment: EnvironmentID? = nil, effort: AgentEffort? = nil, mode: SessionMode? = nil
    ) {
        self.organizationID = organizationID
        self.prompt = prompt
        self.repository = repository
        self.model = model ?? Self.defaultModel
        self.environment = environment
        self.effort = effort ?? .standard
        self.mode = mode ?? .auto
    }
}

extension Session {
    /// The new session that a draft becomes.
    package init(
        _ draft: SessionDraft, id: SessionID, by author: Author, _ summary: SessionSummary, at time: Timestamp
    ) {
        self.init(
            id: id, organizationID: draft.organizationID, author: author, title: summary.title,
            titleSource: summary.titleSource, status: summary.status, failure: summary.failure, model: draft.model,
            repository: draft.repository, branch: nil, pullRequest: nil,
            messageCount: summary.messageCount, firstMessagePreview: summary.firstMessagePreview,
            lastMessagePreview: summary.lastMessagePreview, createdAt: time, updatedAt: time, archivedAt: nil,
            effort: draft.effort, mode: draft.mode)
    }
}
