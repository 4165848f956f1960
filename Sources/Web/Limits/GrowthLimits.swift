/// How fast and how far what people and programs make may grow. The defaults are beyond any honest use.
package struct GrowthLimits: Hashable, Sendable {
    /// New sessions, and messages, of a person in a minute.
    package var sessionsPerMinute = 600
    package var messagesPerMinute = 1200
    /// What the agents that report with one key may report in a minute.
    package var agentBytesPerMinute = 512 << 20
    /// New keys, invitations, environments and devices, and test messages, of a person in a minute, each.
    package var settingsPerMinute = 60
    /// What an organization may have at once: keys that are valid, invitations that are open, environments.
    package var keys = 1000
    package var invitations = 1000
    package var environments = 500
    /// Event streams that are open at once.
    package var streamsPerPerson = 200
    package var streamsPerKey = 4000

    package init() {}

    package static var unlimited: GrowthLimits {
        var limits = GrowthLimits()
        let most = 1 << 40
        (limits.sessionsPerMinute, limits.messagesPerMinute, limits.agentBytesPerMinute) = (most, most, most)
        (limits.settingsPerMinute, limits.keys, limits.invitations, limits.environments) = (most, most, most, most)
        (limits.streamsPerPerson, limits.streamsPerKey) = (most, most)
        return limits
    }
}
