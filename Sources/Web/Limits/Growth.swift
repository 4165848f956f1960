import Domain

/// Holds people and programs to `GrowthLimits`. The administrator's commands, imports among them, don't come by here.
package final class Growth: Sendable {
    /// What a person makes more of in an organization's settings.
    enum Setting: String {
        case key = "new API keys"
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

    /// - Throws: `DomainError.tooOften`, as all of these.
    func session(by user: UserID) throws -> Charge {
        try Charge(.init(sessions, user), of: "new sessions", at: clock())
    }

    func message(by user: UserID) throws -> Charge {
        try Charge(.init(messages, user), of: "messages", at: clock())
    }

    /// As many as messages.
    func attachment(by user: UserID) throws -> Charge {
        try Charge(.init(attachments, user), of: "files", at: clock())
    }

    /// Another attempt at a session, which sets an agent to work as a message does.
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

    /// - Returns: the place of an event stream, which is free again once nobody holds it.
    func stream(of caller: Caller) throws -> OccupancySlot {
        switch caller {
        case .apiKey(let key): try keyStreams.enter(key.id)
        case .browser(let browser): try personStreams.enter(browser.user.id)
        }
    }

    /// Does what was charged for; what fails costs nothing.
    func paying<Value>(_ charge: Charge, _ action: () async throws -> Value) async throws -> Value {
        do {
            return try await action()
        } catch {
            charge.refund(at: clock())
            throw error
        }
    }

    /// Gives back what a repeated request was charged, which had no effect.
    func refund(_ charge: Charge) {
        charge.refund(at: clock())
    }
}
