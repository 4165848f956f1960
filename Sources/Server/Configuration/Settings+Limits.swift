import Domain
import Web

extension Settings {
    /// - Throws: `SettingError` for a value that isn't a whole number in its range.
    func growthLimits() throws -> GrowthLimits {
        var limits = GrowthLimits()
        func read(_ key: String, _ field: WritableKeyPath<GrowthLimits, Int>, unit: Int = 1) throws {
            guard let number = try integer(key, in: 1...1_000_000_000) else { return }
            limits[keyPath: field] = number * unit
        }
        try read("sessionsPerMinute", \.sessionsPerMinute)
        try read("messagesPerMinute", \.messagesPerMinute)
        try read("agentMebibytesPerMinute", \.agentBytesPerMinute, unit: 1 << 20)
        try read("settingsPerMinute", \.settingsPerMinute)
        try read("maximumKeys", \.keys)
        try read("maximumRunnerTokens", \.runnerTokens)
        try read("maximumInvitations", \.invitations)
        try read("maximumEnvironments", \.environments)
        try read("streamsPerPerson", \.streamsPerPerson)
        try read("streamsPerKey", \.streamsPerKey)
        return limits
    }

    /// - Throws: `SettingError` for a value that isn't a whole number in its range.
    func browserLimits() throws -> BrowserSessionLimits {
        func duration(_ days: Int) -> Duration { .seconds(86_400 * days) }
        let standard = BrowserSessionLimits.standard
        return BrowserSessionLimits(
            idle: try integer("browserIdleDays", in: 1...365).map(duration) ?? standard.idle,
            maximum: try integer("browserMaximumDays", in: 1...365).map(duration) ?? standard.maximum)
    }
}
