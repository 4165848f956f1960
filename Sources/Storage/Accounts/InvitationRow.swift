import Domain
import GRDB

/// An invitation: a link by which one person can join an organization.
enum InvitationRow {
    static let selection = Selection(InvitationColumns.init)

    static let query = """
        SELECT \(selection.sql)
        FROM invitations i JOIN organizations o ON o.id = i.organization_id
        LEFT JOIN users c ON c.id = i.created_by LEFT JOIN users a ON a.id = i.accepted_by
        """

    /// An invitation that can still be used, with the digest of its token; `nil` if it was used or revoked, has expired
    /// or doesn't exist.
    static func fetchPending(
        _ id: InvitationID, at time: Timestamp, _ db: Database
    ) throws -> (invitation: Invitation, digest: SecretDigest)? {
        guard let row = try Row.fetchOne(db, sql: "\(query) WHERE i.id = ?", arguments: [id]) else { return nil }
        let invitation = try selection.columns.invitation(from: row)
        return invitation.state(at: time) == .pending ? (invitation, try row[selection.columns.digest]) : nil
    }

    /// Makes the user a member and marks the invitation as used.
    ///
    /// - Throws: `DomainError.conflict` if the user is a member already; the invitation stays unused.
    static func accept(_ invitation: Invitation, by user: UserID, at time: Timestamp, _ db: Database) throws {
        let organization = invitation.organization
        guard try MembershipRow.role(of: user, in: organization.id, db) == nil else {
            throw DomainError.conflict("You already belong to \(organization.name). The invitation hasn't been used.")
        }
        try MembershipRow.join(user, organization.id, as: invitation.role, at: time, db)
        try db.execute(
            sql: "UPDATE invitations SET accepted_by = ?, accepted_at = ? WHERE id = ?",
            arguments: [user, time, invitation.id])
    }

    /// Revokes the unused invitations of a user who may no longer invite, in one organization or, for `nil`, in all.
    static func revokeAll(
        by user: UserID, in organization: OrganizationID? = nil, at time: Timestamp, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE invitations SET revoked_at = ?1
                WHERE created_by = ?2 AND organization_id = coalesce(?3, organization_id)
                    AND accepted_at IS NULL AND revoked_at IS NULL
                """,
            arguments: [time, user, organization])
    }
}

/// The columns of an invitation, from the tables of `InvitationRow.query`.
struct InvitationColumns {
    private let id: SelectedColumn
    private let organization: SelectedColumn
    private let organizationName: SelectedColumn
    private let role: SelectedColumn
    private let createdAt: SelectedColumn
    private let expiresAt: SelectedColumn
    private let acceptedAt: SelectedColumn
    private let revokedAt: SelectedColumn
    private let creator: AuthorColumns
    private let joiner: AuthorColumns
    let digest: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("i.id")
        organization = list.add("i.organization_id")
        organizationName = list.add("o.name")
        role = list.add("i.role")
        createdAt = list.add("i.created_at")
        expiresAt = list.add("i.expires_at")
        acceptedAt = list.add("i.accepted_at")
        revokedAt = list.add("i.revoked_at")
        creator = AuthorColumns(of: "c", &list)
        joiner = AuthorColumns(of: "a", &list)
        digest = list.add("i.digest")
    }

    func invitation(from row: Row) throws -> Invitation {
        try Invitation(
            id: row[id], organization: Organization(id: row[organization], name: row[organizationName]),
            role: row[role], createdBy: creator.authorIfAny(from: row), createdAt: row[createdAt],
            expiresAt: row[expiresAt], acceptedBy: joiner.authorIfAny(from: row), acceptedAt: row[acceptedAt],
            revokedAt: row[revokedAt])
    }
}
