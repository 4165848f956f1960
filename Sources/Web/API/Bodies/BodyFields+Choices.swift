import Domain

extension BodyFields {
    /// The model, the effort and the mode that are asked for.
    mutating func choices() -> AgentChoices {
        AgentChoices(
            model: text("model") { text throws(InvalidValue) in try PlainText.line(text, maximum: 100) },
            effort: choice("effort", AgentEffort.self), mode: choice("mode", SessionMode.self))
    }
}
