/// A user's membership, seen from the organization.
package struct OrganizationMember: Equatable, Sendable {
    package let user: User
    package let role: Role
    package let joinedAt: Timestamp
    package let hasSecondFactor: Bool

    package init(user: User, role: Role, joinedAt: Timestamp, hasSecondFactor: Bool) {
        self.user = user
        self.role = role
        self.joinedAt = joinedAt
        self.hasSecondFactor = hasSecondFactor
    }
}
