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
