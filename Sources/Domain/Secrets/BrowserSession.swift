/// A signed-in browser and its user.
package struct BrowserSession: Equatable, Sendable {
    package static let lifetime: Duration = .seconds(30 * 86_400)

    package let id: BrowserSessionID
    package let user: User
    package let memberships: [Membership]
    package let expiresAt: Timestamp
    /// Whether the person owns an organization whose owners need a second factor, and has none yet.
    package let lacksSecondFactor: Bool

    package init(
        id: BrowserSessionID, user: User, memberships: [Membership], expiresAt: Timestamp, lacksSecondFactor: Bool
    ) {
        self.id = id
        self.user = user
        self.memberships = memberships
        self.expiresAt = expiresAt
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
    package let expiresAt: Timestamp

    package init(id: BrowserSessionID, device: String?, createdAt: Timestamp, expiresAt: Timestamp) {
        self.id = id
        self.device = device
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
