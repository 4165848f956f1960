import Domain

extension BodyFields {
    /// The model, the effort and the mode that are asked for.
    mutating func choices() -> AgentChoices {
        AgentChoices(
            model: text("model", AgentChoices.model),
            effort: choice("effort", AgentEffort.self), mode: choice("mode", SessionMode.self))
    }
}
