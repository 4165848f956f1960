/// A link with which one person can join an organization. Its token is shown only once, when it is created.
package struct Invitation: Equatable, Sendable {
    package enum State: String, Sendable {
        case pending, used, expired, revoked
    }

    package static let defaultLifetime: Duration = .seconds(7 * 86_400)
    package static let maximumLifetime: Duration = .seconds(30 * 86_400)

    package let id: InvitationID
    package let organization: Organization
    /// The role of the new member.
    package let role: Role
    /// `nil` if it was created by an administrator's command.
    package let createdBy: Author?
    package let createdAt: Timestamp
    package let expiresAt: Timestamp
    /// The person who joined with it; `nil` until then.
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

/// The data for a new invitation.
package struct InvitationDraft: Sendable {
    package let organization: OrganizationID
    package let role: Role
    package let createdBy: UserID?
    package let expiresAt: Timestamp

    /// - Throws: `InvalidValue` for an expiry that isn't in the future or is more than 30 days away. The default is in
    ///   7 days.
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
    /// The same error for every invalid link, so that it doesn't reveal which links exist.
    package static let unusableInvitation = DomainError.notFound(
        "This invitation is no longer valid. Ask for a new link.")
}
