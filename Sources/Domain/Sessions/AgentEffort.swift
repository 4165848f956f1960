/// How much a model thinks before it answers, in Claude Code's words.
package enum AgentEffort: String, Codable, Sendable, CaseIterable {
    /// What the model takes by itself.
    case standard = "default"
    case low, medium, high
    case higher = "xhigh"
    case max
}
