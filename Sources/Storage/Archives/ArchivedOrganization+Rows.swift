import Domain
import GRDB

extension ArchivedOrganization {
    /// Inserts the organization; the caller inserts its members.
    func insert(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)",
            arguments: [organization.id, organization.name, createdAt])
    }

    /// - Parameter member: the only member to include; `nil` for all.
    static func fetch(_ id: OrganizationID, only member: UserID? = nil, _ db: Database) throws -> Self {
        let sql = "SELECT name, created_at FROM organizations WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else {
            throw DomainError.notFound("There is no organization \(id).")
        }
        let members = try Row.fetchAll(
            db,
            sql: """
                SELECT user_id, role, joined_at FROM memberships
                WHERE organization_id = ?1 AND (?2 IS NULL OR user_id = ?2) ORDER BY joined_at, user_id
                """,
            arguments: [id, member])
        return try ArchivedOrganization(
            organization: Organization(id: id, name: row[0]), createdAt: row[1],
            members: members.map { try Member(user: $0[0], role: $0[1], joinedAt: $0[2]) })
    }
}
