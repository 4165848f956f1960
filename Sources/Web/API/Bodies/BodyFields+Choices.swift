import Domain

extension BodyFields {
    /// The model, effort and mode that the body asks for; each is `nil` when absent or wrong.
    mutating func choices() -> AgentChoices {
        AgentChoices(
            model: text("model", AgentChoices.model),
            effort: choice("effort", AgentEffort.self), mode: choice("mode", SessionMode.self))
    }
}
