import Domain

extension JSONWriter {
    mutating func memberFields(_ member: OrganizationMember) {
        userFields(member.user)
        field("role", member.role.rawValue)
        field("joinedAt", member.joinedAt)
    }

    mutating func invitationFields(_ invitation: Invitation, at time: Timestamp) {
        field("id", invitation.id.rawValue)
        field("role", invitation.role.rawValue)
        field("state", invitation.state(at: time).rawValue)
        if let creator = invitation.createdBy { field("createdBy") { $0.author(creator) } }
        field("createdAt", invitation.createdAt)
        field("expiresAt", invitation.expiresAt)
        if let joined = invitation.acceptedBy { field("acceptedBy") { $0.author(joined) } }
        field("acceptedAt", invitation.acceptedAt)
        field("revokedAt", invitation.revokedAt)
    }
}
