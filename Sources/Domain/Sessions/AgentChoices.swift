/// Changes to how an agent works; a `nil` property is left unchanged.
package struct AgentChoices: Equatable, Sendable {
    package let model: String?
    package let effort: AgentEffort?
    package let mode: SessionMode?

    package init(model: String? = nil, effort: AgentEffort? = nil, mode: SessionMode? = nil) {
        self.model = model
        self.effort = effort
        self.mode = mode
    }

    /// Whether applying them changes the session.
    package func change(_ session: Session) -> Bool {
        (model ?? session.model) != session.model || (effort ?? session.effort) != session.effort
            || (mode ?? session.mode) != session.mode
    }
}

extension AgentChoices {
    /// Checks a model's name, which is passed to the agent as an argument.
    ///
    /// - Throws: `InvalidValue` if it can't be a model's name.
    package static func model(_ text: String) throws(InvalidValue) -> String {
        let model = try PlainText.line(text, maximum: 100)
        guard !model.hasPrefix("-"), !model.contains(where: \.isWhitespace) else {
            throw InvalidValue("must be a model's name, without spaces and without a hyphen at the start")
        }
        return model
    }
}

/// A model that people may choose.
package struct ModelChoice: Equatable, Sendable {
    /// The agent's name of the model.
    package let id: String
    package let name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// - Parameter text: a model, or a model and its display name as in `claude-opus-4-6=Opus 4.6`.
    /// - Throws: `InvalidValue` if it is neither.
    package init(_ text: String) throws(InvalidValue) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
            String($0).trimmed
        }
        id = try AgentChoices.model(parts[0])
        name = try PlainText.line(parts.count > 1 ? parts[1] : id, maximum: 100)
    }

    /// The choices if the operator configures none, the default first.
    package static let standard = [
        ModelChoice(id: SessionDraft.defaultModel, name: "Opus 4.6"),
        ModelChoice(id: "claude-sonnet-4-6", name: "Sonnet 4.6"),
        ModelChoice(id: "claude-haiku-4-5", name: "Haiku 4.5"),
    ]
}
