/// Changes to a session; a `nil` property is left unchanged.
package struct SessionEdit: Sendable {
    /// In characters.
    package static let maximumTitleLength = 200

    package let title: String?
    package let status: SessionStatus?
    package let choices: AgentChoices

    package init(title: String? = nil, status: SessionStatus? = nil, choices: AgentChoices = AgentChoices()) {
        self.title = title
        self.status = status
        self.choices = choices
    }
}
