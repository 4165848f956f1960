package import Domain
import GRDB

/// The links by which people join organizations. Each admits one person.
package struct InvitationStore: Sendable {
    let connections: Connections
    let browserLimits: BrowserSessionLimits

    /// Stores a new invitation. With `once`, a repeated request gets the stored response of the first.
    ///
    /// - Parameter limit: how many open invitations the organization may have.
    /// - Throws: `DomainError.notFound` for an unknown organization, `.conflict` when it has reached the limit.
    package func create(
        _ draft: InvitationDraft, id: InvitationID, digest: SecretDigest, at time: Timestamp,
        limit: Int? = nil, once: IdempotentRequest<Invitation>?
    ) async throws -> IdempotentResult<Invitation> {
        try await connections.write { db in
            try db.perform(once, at: time) {
                try db.limit(
                    limit, "open invitations", of: draft.organization, in: "invitations",
                    where: "revoked_at IS NULL AND accepted_at IS NULL AND expires_at > :now", at: time)
                return try insert(draft, id, digest, at: time, db)
            }
        }
    }

    private func insert(
        _ draft: InvitationDraft, _ id: InvitationID, _ digest: SecretDigest, at time: Timestamp, _ db: Database
    ) throws -> Invitation {
        try OrganizationRow.require(draft.organization, db)
        try db.execute(
            sql: """
                INSERT INTO invitations (id, organization_id, role, digest, created_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [id, draft.organization, draft.role, digest, draft.createdBy, time, draft.expiresAt])
        guard let (invitation, _) = try InvitationRow.fetchPending(id, at: time, db) else {
            throw DomainError.unusableInvitation
        }
        try AuditRow.record(
            .invitationCreated, in: draft.organization, subject: AuditSubject(id),
            details: ["role": draft.role.rawValue, "expires": draft.expiresAt.description], at: time, db)
        return invitation
    }

    /// Newest first, including used, revoked and expired ones.
    package func invitations(to organization: OrganizationID) async throws -> [Invitation] {
        try await connections.read { db in
            let sql = "\(InvitationRow.query) WHERE i.organization_id = ? ORDER BY i.created_at DESC, i.id"
            return try Row.fetchAll(db, sql: sql, arguments: [organization]).map(
                InvitationRow.selection.columns.invitation)
        }
    }

    /// An invitation that can still be used, with the digest to compare a presented token with.
    package func findPending(
        _ id: InvitationID, at time: Timestamp
    ) async throws -> (invitation: Invitation, digest: SecretDigest)? {
        try await connections.read { try InvitationRow.fetchPending(id, at: time, $0) }
    }

    /// Revokes an invitation at once. Revoking it again has no effect.
    ///
    /// - Throws: `DomainError.notFound` when the organization has no such invitation, `.conflict` when it was used.
    package func revoke(_ id: InvitationID, to organization: OrganizationID, at time: Timestamp) async throws {
        try await connections.write { db in
            let sql = "\(InvitationRow.query) WHERE i.id = ? AND i.organization_id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [id, organization]) else {
                throw DomainError.notFound("The organization has no invitation \(id).")
            }
            if let joined = try InvitationRow.selection.columns.invitation(from: row).acceptedBy {
                throw DomainError.conflict(
                    "\(joined.name) has already joined with this invitation. Remove the member instead.")
            }
            try db.execute(
                sql: "UPDATE invitations SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", arguments: [time, id])
            guard db.changesCount == 1 else { return }
            try AuditRow.record(.invitationRevoked, in: organization, subject: AuditSubject(id), at: time, db)
        }
    }

    /// Creates an account for the invited person and signs them in.
    ///
    /// - Throws: `DomainError.notFound` for an invitation that can't be used, `.conflict` when the e-mail address is
    ///   taken; the invitation then stays unused.
    package func accept(
        _ id: InvitationID, by newcomer: NewUser, signingIn browser: NewBrowserSession, at time: Timestamp
    ) async throws -> BrowserSession {
        try await connections.write { db in
            guard let (invitation, _) = try InvitationRow.fetchPending(id, at: time, db) else {
                throw DomainError.unusableInvitation
            }
            guard try !UserRow.isTaken(newcomer.email, db) else {
                throw DomainError.conflict(
                    "An account with this email address already exists. Sign in, then open the link again.")
            }
            try UserRow.insert(newcomer, at: time, db)
            try InvitationRow.accept(invitation, by: newcomer.id, at: time, db)
            try AuditRow.record(.userAdded, ofUser: newcomer.id, at: time, db)
            return try BrowserSessionRow.insert(browser, of: newcomer.id, within: browserLimits, at: time, db)
        }
    }

    /// Makes an existing user a member, and returns all of their memberships.
    ///
    /// - Throws: `DomainError.notFound` for an invitation that can't be used, `.conflict` if the user is a member
    ///   already; the invitation then stays unused.
    package func accept(_ id: InvitationID, by user: UserID, at time: Timestamp) async throws -> [Membership] {
        try await connections.write { db in
            guard let (invitation, _) = try InvitationRow.fetchPending(id, at: time, db) else {
                throw DomainError.unusableInvitation
            }
            try InvitationRow.accept(invitation, by: user, at: time, db)
            return try MembershipRow.all(of: user, db)
        }
    }
}
