import Domain
import GRDB

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
