package import Domain
import Storage
package import Web

/// Creates an invitation: a link by which one person can join an organization, which may be omitted while there is only
/// one.
package struct Invite: AdminOperation {
    /// A new invitation with its link. The link can't be shown again.
    package struct Output: Codable, Sendable {
        package let id: InvitationID
        package let organization: Organization
        package let role: Role
        package let expiresAt: Timestamp
        package let link: String
    }

    let organization: OrganizationID?
    let role: Role
    let expiresAt: Timestamp?

    package init(organization: OrganizationID?, role: Role, expiresAt: Timestamp?) {
        self.organization = organization
        self.role = role
        self.expiresAt = expiresAt
    }

    package func perform(with services: Services) async throws -> Output {
        let organization = try await services.store.accounts.resolve(organization)
        let now = services.clock.now()
        let draft: InvitationDraft
        do throws(InvalidValue) {
            draft = try InvitationDraft(
                organization: organization, role: role, createdBy: nil, expiresAt: expiresAt, at: now)
        } catch {
            throw DomainError.invalid("The invitation's expiry \(error.detail).")
        }
        let token = SecretToken(.invitation)
        let created = try await services.store.invitations.create(
            draft, id: token.invitationID, digest: token.digest, at: now, once: nil)
        guard case .now(let invitation) = created else { throw DomainError.unusableInvitation }
        return Output(
            id: invitation.id, organization: invitation.organization, role: invitation.role,
            expiresAt: invitation.expiresAt, link: services.invitations.link(of: token))
    }
}
