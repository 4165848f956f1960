/// A person with an account on this server.
package struct User: Codable, Equatable, Sendable {
    package let id: UserID
    package let name: String
    package let email: EmailAddress
    package let imageURL: String?

    package init(id: UserID, name: String, email: EmailAddress, imageURL: String?) {
        self.id = id
        self.name = name
        self.email = email
        self.imageURL = imageURL
    }
}

/// A user as listed by the administrator's commands.
package struct Account: Codable, Equatable, Sendable {
    package let user: User
    package let memberships: [Membership]
    package let createdAt: Timestamp
    package let disabledAt: Timestamp?
    package let hasSecondFactor: Bool

    package init(
        user: User, memberships: [Membership], createdAt: Timestamp, disabledAt: Timestamp?, hasSecondFactor: Bool
    ) {
        self.user = user
        self.memberships = memberships
        self.createdAt = createdAt
        self.disabledAt = disabledAt
        self.hasSecondFactor = hasSecondFactor
    }
}
