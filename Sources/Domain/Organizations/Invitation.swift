/// A link that lets one person join an organization. Its token is shown once, when it is made.
package struct Invitation: Equatable, Sendable {
    package enum State: String, Sendable {
        case pending, used, expired, revoked
    }

    package static let defaultLifetime: Duration = .seconds(7 * 86_400)
    package static let maximumLifetime: Duration = .seconds(30 * 86_400)

    package let id: InvitationID
    package let organization: Organization
    /// What the invited will be.
    package let role: Role
    /// Nobody when an administrator's command made it.
    package let createdBy: Author?
    package let createdAt: Timestamp
    package let expiresAt: Timestamp
    /// Who joined by it.
    package let acceptedBy: Author?
    package let acceptedAt: Timestamp?
    package let revokedAt: Timestamp?

    package init(
        id: InvitationID,
        organization: Organization,
        role: Role,
        createdBy: Author?,
        createdAt: Timestamp,
        expiresAt: Timestamp,
        acceptedBy: Author?,
        acceptedAt: Timestamp?,
        revokedAt: Timestamp?
    ) {
        self.id = id
        self.organization = organization
        self.role = role
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.acceptedBy = acceptedBy
        self.acceptedAt = acceptedAt
        self.revokedAt = revokedAt
    }

    package func state(at time: Timestamp) -> State {
        if acceptedAt != nil { return .used }
        if revokedAt != nil { return .revoked }
        return time < expiresAt ? .pending : .expired
    }
}

/// An invitation to be made.
package struct InvitationDraft: Sendable {
    package let organization: OrganizationID
    package let role: Role
    package let createdBy: UserID?
    package let expiresAt: Timestamp

    /// - Throws: `InvalidValue` about an expiry that is past or more than 30 days off; without one it is in 7 days.
    package init(
        organization: OrganizationID, role: Role?, createdBy: UserID?, expiresAt: Timestamp?, at time: Timestamp
    ) throws(InvalidValue) {
        self.organization = organization
        self.role = role ?? .member
        self.createdBy = createdBy
        self.expiresAt = expiresAt ?? time + Invitation.defaultLifetime
        guard self.expiresAt > time, self.expiresAt <= time + Invitation.maximumLifetime else {
            throw InvalidValue("must be in the future, at most 30 days from now")
        }
    }
}

extension DomainError {
    /// One answer for every link that opens nothing, so that it doesn't tell which links there were.
    package static let unusableInvitation = DomainError.notFound(
        "This invitation isn't valid any more. Ask for a new link.")
}
