/// What a person asks for when creating a session.
package struct SessionDraft: Sendable {
    package static let defaultModel = "claude-opus-4-6"

    package let organizationID: OrganizationID
    /// The first message, checked by `PlainText.prompt`; a session may start without one.
    package let prompt: String?
    package let repository: Repository?
    package let model: String

    package init(organizationID: OrganizationID, prompt: String?, repository: Repository?, model: String?) {
        self.organizationID = organizationID
        self.prompt = prompt
        self.repository = repository
        self.model = model ?? Self.defaultModel
    }
}
