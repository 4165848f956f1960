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
