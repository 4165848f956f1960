/// How fast people and programs may create data, and how much. The defaults are beyond any honest use.
package struct GrowthLimits: Hashable, Sendable {
    /// New sessions, and messages, per person and minute.
    package var sessionsPerMinute = 600
    package var messagesPerMinute = 1200
    /// Bytes that agents may report with one key in a minute.
    package var agentBytesPerMinute = 512 << 20
    /// New keys, runner tokens, invitations, environments and devices, and test messages: each per person and minute.
    package var settingsPerMinute = 60
    /// How many an organization may have at once: valid keys, valid runner tokens, open invitations, environments.
    package var keys = 1000
    package var runnerTokens = 1000
    package var invitations = 1000
    package var environments = 500
    /// How many event streams may be open at once.
    package var streamsPerPerson = 200
    package var streamsPerKey = 4000

    package init() {}

    package static var unlimited: GrowthLimits {
        var limits = GrowthLimits()
        let most = 1 << 40
        (limits.sessionsPerMinute, limits.messagesPerMinute, limits.agentBytesPerMinute) = (most, most, most)
        (limits.settingsPerMinute, limits.keys, limits.invitations, limits.environments) = (most, most, most, most)
        limits.runnerTokens = most
        (limits.streamsPerPerson, limits.streamsPerKey) = (most, most)
        return limits
    }
}
