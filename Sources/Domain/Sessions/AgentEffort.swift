/// How much a model thinks before it answers, by Claude Code's names.
package enum AgentEffort: String, Codable, Sendable, CaseIterable {
    /// The model's own default.
    case standard = "default"
    case low, medium, high
    case higher = "xhigh"
    case max
}
