/// A browser that signed in, and who in it.
package struct BrowserSession: Equatable, Sendable {
    package static let lifetime: Duration = .seconds(30 * 86_400)

    package let id: BrowserSessionID
    package let user: User
    package let memberships: [Membership]
    package let expiresAt: Timestamp

    package init(id: BrowserSessionID, user: User, memberships: [Membership], expiresAt: Timestamp) {
        self.id = id
        self.user = user
        self.memberships = memberships
        self.expiresAt = expiresAt
    }
}

/// A browser that is about to be signed in.
package struct NewBrowserSession: Sendable {
    package let id: BrowserSessionID
    package let digest: SecretDigest

    package init(id: BrowserSessionID, digest: SecretDigest) {
        self.id = id
        self.digest = digest
    }
}

/// One of the browsers in which a user is signed in, as the user sees them.
package struct SignedInBrowser: Equatable, Sendable {
    package let id: BrowserSessionID
    package let createdAt: Timestamp
    package let expiresAt: Timestamp

    package init(id: BrowserSessionID, createdAt: Timestamp, expiresAt: Timestamp) {
        self.id = id
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
