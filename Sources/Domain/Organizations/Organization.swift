/// A team. Every object except users belongs to exactly one organization.
package struct Organization: Codable, Equatable, Sendable {
    package let id: OrganizationID
    package let name: String

    package init(id: OrganizationID, name: String) {
        self.id = id
        self.name = name
    }
}

/// A member's permissions: an owner also manages members, keys and settings.
package enum Role: String, Codable, Sendable, CaseIterable {
    case owner, member
}

/// A user's membership, seen from the user.
package struct Membership: Codable, Equatable, Sendable {
    package let organization: Organization
    package let role: Role

    package init(organization: Organization, role: Role) {
        self.organization = organization
        self.role = role
    }
}
