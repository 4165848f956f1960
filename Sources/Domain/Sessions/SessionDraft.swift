/// What a person asks for when creating a session.
package struct SessionDraft: Sendable {
    package static let defaultModel = "claude-opus-4-6"

    package let organizationID: OrganizationID
    /// The first message, checked by `PlainText.prompt`; a session may start without one.
    package let prompt: String?
    package var repository: Repository?
    package let model: String
    /// The environment that was chosen; without one it is that of the repository, or else the default one.
    package let environment: EnvironmentID?
    package let effort: AgentEffort
    package let mode: SessionMode
    /// Files that go with the first message.
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
