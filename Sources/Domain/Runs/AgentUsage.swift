/// What an agent says that its work took, over all its turns.
package struct AgentUsage: Equatable, Sendable {
    package var costUSD: Double
    /// Those read from a cache included.
    package var inputTokens: Int
    package var outputTokens: Int
    package var turns: Int

    package init(costUSD: Double = 0, inputTokens: Int = 0, outputTokens: Int = 0, turns: Int = 0) {
        self.costUSD = costUSD
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.turns = turns
    }
}
