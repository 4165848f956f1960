/// A signed-in browser and its user.
package struct BrowserSession: Equatable, Sendable {
    /// Uses are recorded once in this time, so that most requests write nothing.
    package static let recordingInterval: Duration = .seconds(300)
    /// How long a replaced token is still accepted, for requests that were sent before the new one arrived.
    package static let formerTokenTime: Duration = .seconds(60)

    package let id: BrowserSessionID
    package let user: User
    package let memberships: [Membership]
    /// The last recorded use; signing in is the first.
    package let lastUsedAt: Timestamp
    /// When it ends, unless it is used before.
    package let expiresAt: Timestamp
    /// Whether the user's rights have changed since the browser got its token, which must be renewed.
    package let isRenewalDue: Bool
    /// Whether the person owns an organization whose owners need a second factor, and has none yet.
    package let lacksSecondFactor: Bool

    package init(
        id: BrowserSessionID, user: User, memberships: [Membership], lastUsedAt: Timestamp, expiresAt: Timestamp,
        isRenewalDue: Bool, lacksSecondFactor: Bool
    ) {
        self.id = id
        self.user = user
        self.memberships = memberships
        self.lastUsedAt = lastUsedAt
        self.expiresAt = expiresAt
        self.isRenewalDue = isRenewalDue
        self.lacksSecondFactor = lacksSecondFactor
    }
}

/// The data of a new browser session.
package struct NewBrowserSession: Sendable {
    package let id: BrowserSessionID
    package let digest: SecretDigest
    /// The browser and its system, such as "Firefox on Linux"; `nil` if it isn't known.
    package let device: String?

    package init(id: BrowserSessionID, digest: SecretDigest, device: String? = nil) {
        self.id = id
        self.digest = digest
        self.device = device
    }
}

/// A signed-in browser in its user's list.
package struct SignedInBrowser: Equatable, Sendable {
    package let id: BrowserSessionID
    /// The browser and its system, such as "Firefox on Linux"; `nil` for a program that didn't say.
    package let device: String?
    package let createdAt: Timestamp
    /// The last recorded use.
    package let lastUsedAt: Timestamp
    /// The client's address at that time; `nil` if it wasn't known.
    package let lastAddress: String?
    /// When it ends, unless it is used before.
    package let expiresAt: Timestamp

    package init(
        id: BrowserSessionID, device: String?, createdAt: Timestamp, lastUsedAt: Timestamp, lastAddress: String?,
        expiresAt: Timestamp
    ) {
        self.id = id
        self.device = device
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.lastAddress = lastAddress
        self.expiresAt = expiresAt
    }
}
