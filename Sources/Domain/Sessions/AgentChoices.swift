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

extension AgentChoices {
    /// A model's name, which the agent gets as an argument.
    ///
    /// - Throws: `InvalidValue` for what can't be one.
    package static func model(_ text: String) throws(InvalidValue) -> String {
        let model = try PlainText.line(text, maximum: 100)
        guard !model.hasPrefix("-"), !model.contains(where: \.isWhitespace) else {
            throw InvalidValue("must be a model's name, without spaces or a hyphen before it")
        }
        return model
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

    /// - Parameter text: a model, or as in `claude-opus-4-6=Opus 4.6` with a name.
    /// - Throws: `InvalidValue` for what is neither.
    package init(_ text: String) throws(InvalidValue) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
            String($0).trimmed
        }
        id = try AgentChoices.model(parts[0])
        name = try PlainText.line(parts.count > 1 ? parts[1] : id, maximum: 100)
    }

    /// What is offered where the operator names none, the default first.
    package static let standard = [
        ModelChoice(id: SessionDraft.defaultModel, name: "Opus 4.6"),
        ModelChoice(id: "claude-sonnet-4-6", name: "Sonnet 4.6"),
        ModelChoice(id: "claude-haiku-4-5", name: "Haiku 4.5"),
    ]
}
