/// A user's membership, seen from the organization.
package struct OrganizationMember: Equatable, Sendable {
    package let user: User
    package let role: Role
    package let joinedAt: Timestamp

    package init(user: User, role: Role, joinedAt: Timestamp) {
        self.user = user
        self.role = role
        self.joinedAt = joinedAt
    }
}
