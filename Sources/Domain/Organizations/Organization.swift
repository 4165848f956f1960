/// A team: everything but users belongs to exactly one.
package struct Organization: Codable, Equatable, Sendable {
    package let id: OrganizationID
    package let name: String

    package init(id: OrganizationID, name: String) {
        self.id = id
        self.name = name
    }
}

/// What a member may do: an owner also manages members, keys and settings.
package enum Role: String, Codable, Sendable, CaseIterable {
    case owner, member
}

/// A user's place in an organization, seen from the user.
package struct Membership: Codable, Equatable, Sendable {
    package let organization: Organization
    package let role: Role

    package init(organization: Organization, role: Role) {
        self.organization = organization
        self.role = role
    }
}
