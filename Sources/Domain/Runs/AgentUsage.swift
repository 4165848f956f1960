/// The cost of an agent's work over all its turns, as the agent reports it.
///
/// An agent may print any number, so that each is clamped to a range in which adding two can't overflow.
package struct AgentUsage: Equatable, Sendable {
    package static let maximumCostUSD = 1e9
    package static let maximumTokens = 1_000_000_000_000_000
    package static let maximumTurns = 1_000_000_000

    package let costUSD: Double
    /// Includes tokens read from a cache.
    package let inputTokens: Int
    package let outputTokens: Int
    package let turns: Int

    /// Clamps each number to its range; NaN counts as 0.
    package init(costUSD: Double = 0, inputTokens: Int = 0, outputTokens: Int = 0, turns: Int = 0) {
        // NaN compares false with everything.
        self.costUSD = costUSD > 0 ? min(costUSD, Self.maximumCostUSD) : 0
        self.inputTokens = min(max(inputTokens, 0), Self.maximumTokens)
        self.outputTokens = min(max(outputTokens, 0), Self.maximumTokens)
        self.turns = min(max(turns, 0), Self.maximumTurns)
    }
}
