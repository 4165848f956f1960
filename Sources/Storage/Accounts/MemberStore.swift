package import Domain
import GRDB

/// The members of organizations. Every organization always has an owner who can sign in.
package struct MemberStore: Sendable {
    let connections: Connections

    /// In the order in which they joined.
    package func members(of organization: OrganizationID) async throws -> [OrganizationMember] {
        try await connections.read { try Self.members(of: organization, $0) }
    }

    /// When each member last wrote a message in one of the organization's sessions; none for a member who never did.
    package func lastMessages(in organization: OrganizationID) async throws -> [UserID: Timestamp] {
        try await connections.read { db in
            let sql = """
                SELECT user_id, (
                    SELECT max(created_at) FROM messages
                    WHERE organization_id = memberships.organization_id AND author_id = memberships.user_id
                ) FROM memberships WHERE organization_id = ?
                """
            return try Row.fetchAll(db, sql: sql, arguments: [organization]).reduce(into: [:]) { times, row in
                let user: UserID = try row[0]
                times[user] = try row[1]
            }
        }
    }

    static func members(of organization: OrganizationID, _ db: Database) throws -> [OrganizationMember] {
        let sql = "\(query) WHERE m.organization_id = ? ORDER BY m.joined_at, u.id"
        return try Row.fetchAll(db, sql: sql, arguments: [organization]).map(selection.columns.member)
    }

    /// Changes a member's role. The unused invitations of an owner who becomes a member are revoked, and the tokens of
    /// the member's browsers are renewed.
    ///
    /// - Throws: `DomainError.notFound` for a user who isn't a member, `.conflict` for the last owner.
    package func assign(
        _ role: Role, to user: UserID, in organization: OrganizationID, at time: Timestamp
    ) async throws -> OrganizationMember {
        try await connections.write { db in
            if role != .owner { try giveUpOwnership(user, in: organization, at: time, db) }
            let former = try MembershipRow.role(of: user, in: organization, db)
            try db.execute(
                sql: "UPDATE memberships SET role = ? WHERE organization_id = ? AND user_id = ?",
                arguments: [role, organization, user])
            let sql = "\(Self.query) WHERE m.organization_id = ? AND m.user_id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [organization, user]) else {
                throw Self.noMember(user)
            }
            if let former, former != role {
                try BrowserSessionRow.requireRenewal(of: user, db)
                try AuditRow.record(
                    .memberRoleChanged, in: organization, subject: UserRow.subject(user, db),
                    details: ["from": former.rawValue, "to": role.rawValue], at: time, db)
            }
            return try Self.selection.columns.member(from: row)
        }
    }

    /// Ends a membership at once, revokes the member's unused invitations, and renews the tokens of their browsers.
    /// Everything else they made stays, with them as its author.
    ///
    /// - Throws: `DomainError.notFound` for a user who isn't a member, `.conflict` for the last owner.
    package func remove(_ user: UserID, from organization: OrganizationID, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            try giveUpOwnership(user, in: organization, at: time, db)
            try db.execute(
                sql: "DELETE FROM memberships WHERE organization_id = ? AND user_id = ?",
                arguments: [organization, user])
            try BrowserSessionRow.requireRenewal(of: user, db)
            try AuditRow.record(.memberRemoved, in: organization, subject: UserRow.subject(user, db), at: time, db)
        }
    }

    /// Checks that another owner can sign in, and revokes the user's unused invitations. Does nothing for a plain
    /// member.
    ///
    /// - Throws: `DomainError.notFound` for a user who isn't a member, `.conflict` for the last owner.
    private func giveUpOwnership(
        _ user: UserID, in organization: OrganizationID, at time: Timestamp, _ db: Database
    ) throws {
        guard let role = try MembershipRow.role(of: user, in: organization, db) else { throw Self.noMember(user) }
        guard role == .owner else { return }
        let sql = """
            SELECT EXISTS (
                SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id
                WHERE m.organization_id = ? AND m.role = 'owner' AND m.user_id <> ? AND u.disabled_at IS NULL
            )
            """
        guard try Bool.fetchOne(db, sql: sql, arguments: [organization, user]) == true else {
            throw DomainError.conflict("The organization needs at least one owner. Make someone else an owner first.")
        }
        try InvitationRow.revokeAll(by: user, in: organization, at: time, db)
    }

    private static func noMember(_ user: UserID) -> DomainError {
        DomainError.notFound("The organization has no member \(user).")
    }

    private static let query = """
        SELECT \(selection.sql) FROM memberships m JOIN users u ON u.id = m.user_id
        """

    private static let selection = Selection(Columns.init)

    private struct Columns {
        private let user: UserColumns
        private let role: SelectedColumn
        private let joinedAt: SelectedColumn
        private let hasSecondFactor: SelectedColumn

        init(_ list: inout ColumnList) {
            user = UserColumns(&list)
            role = list.add("m.role")
            joinedAt = list.add("m.joined_at")
            hasSecondFactor = list.add(SecondFactorRow.exists)
        }

        func member(from row: Row) throws -> OrganizationMember {
            try OrganizationMember(
                user: user.user(from: row), role: row[role], joinedAt: row[joinedAt],
                hasSecondFactor: row[hasSecondFactor])
        }
    }
}
