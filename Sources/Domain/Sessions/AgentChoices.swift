/// How an agent is to work from now on; what is `nil` stays as it is.
package struct AgentChoices: Equatable, Sendable {
    package let model: String?
    package let effort: AgentEffort?
    package let mode: SessionMode?

    package init(model: String? = nil, effort: AgentEffort? = nil, mode: SessionMode? = nil) {
        self.model = model
        self.effort = effort
        self.mode = mode
    }

    /// Whether a session differs from them.
    package func change(_ session: Session) -> Bool {
        (model ?? session.model) != session.model || (effort ?? session.effort) != session.effort
            || (mode ?? session.mode) != session.mode
    }
}

/// A model that people may choose.
package struct ModelChoice: Equatable, Sendable {
    /// What the agent calls it.
    package let id: String
    package let name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// What is offered where the operator names none, the default first.
    package static let standard = [
        ModelChoice(id: SessionDraft.defaultModel, name: "Opus 4.6"),
        ModelChoice(id: "claude-sonnet-4-6", name: "Sonnet 4.6"),
        ModelChoice(id: "claude-haiku-4-5", name: "Haiku 4.5"),
    ]
}
