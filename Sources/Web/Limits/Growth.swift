import Domain

/// Applies `GrowthLimits` to people and programs. The administrator's commands, including imports, are not limited.
package final class Growth: Sendable {
    /// Things that a person can add or send in the settings.
    enum Setting: String {
        case key = "new API keys"
        case runnerToken = "new runner tokens"
        case invitation = "new invitations"
        case environment = "new environments"
        case device = "new devices"
        case testMessage = "test messages"
    }

    private struct Making: Hashable {
        let user: UserID
        let setting: Setting
    }

    let limits: GrowthLimits
    private let clock: @Sendable () -> Timestamp
    private let sessions: RateLimiter<UserID>
    private let messages: RateLimiter<UserID>
    private let attachments: RateLimiter<UserID>
    private let retries: RateLimiter<APIKeyID>
    private let agentBytes: RateLimiter<APIKeyID>
    private let settings: RateLimiter<Making>
    private let personStreams: Occupancy<UserID>
    private let keyStreams: Occupancy<APIKeyID>

    init(_ limits: GrowthLimits, now: @escaping @Sendable () -> Timestamp) {
        self.limits = limits
        clock = now
        sessions = RateLimiter(Rate(limits.sessionsPerMinute, per: .seconds(60)))
        messages = RateLimiter(Rate(limits.messagesPerMinute, per: .seconds(60)))
        attachments = RateLimiter(Rate(limits.messagesPerMinute, per: .seconds(60)))
        retries = RateLimiter(Rate(limits.messagesPerMinute, per: .seconds(60)))
        agentBytes = RateLimiter(Rate(limits.agentBytesPerMinute, per: .seconds(60)))
        settings = RateLimiter(Rate(limits.settingsPerMinute, per: .seconds(60)))
        personStreams = Occupancy(limit: limits.streamsPerPerson)
        keyStreams = Occupancy(limit: limits.streamsPerKey)
    }

    /// - Throws: `DomainError.tooOften`, like all of these methods.
    func session(by user: UserID) throws -> Charge {
        try Charge(.init(sessions, user), of: "new sessions", at: clock())
    }

    func message(by user: UserID) throws -> Charge {
        try Charge(.init(messages, user), of: "messages", at: clock())
    }

    /// Has the same limit as messages.
    func attachment(by user: UserID) throws -> Charge {
        try Charge(.init(attachments, user), of: "files", at: clock())
    }

    /// A retry, which starts an agent like a message does.
    func retry(by caller: Caller) throws -> Charge {
        switch caller {
        case .apiKey(let key): try Charge(.init(retries, key.id), of: "retries with this key", at: clock())
        case .browser(let browser): try message(by: browser.user.id)
        }
    }

    func lines(bytes: Int, with key: APIKeyID) throws -> Charge {
        try Charge(.init(agentBytes, key, amount: bytes), of: "lines from agents with this key", at: clock())
    }

    func adding(_ setting: Setting, by user: UserID) throws -> Charge {
        try Charge(.init(settings, Making(user: user, setting: setting)), of: setting.rawValue, at: clock())
    }

    /// - Returns: the slot of an event stream, which is free again once nothing refers to it.
    func stream(of caller: Caller) throws -> OccupancySlot {
        switch caller {
        case .apiKey(let key): try keyStreams.enter(key.id)
        case .browser(let browser): try personStreams.enter(browser.user.id)
        }
    }

    /// Runs the action that was charged; if it fails, the charge is refunded.
    func charging<Value>(_ charge: Charge, _ action: () async throws -> Value) async throws -> Value {
        do {
            return try await action()
        } catch {
            charge.refund(at: clock())
            throw error
        }
    }

    /// Refunds the charge of a repeated request, which had no effect.
    func refund(_ charge: Charge) {
        charge.refund(at: clock())
    }
}
