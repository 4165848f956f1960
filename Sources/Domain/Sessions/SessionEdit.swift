/// What a person or program changes of a session; what is `nil` stays as it is.
package struct SessionEdit: Sendable {
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
