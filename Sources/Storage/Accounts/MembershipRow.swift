import Domain
import GRDB

/// The membership of a user in an organization.
enum MembershipRow {
    static func all(of user: UserID, _ db: Database) throws -> [Membership] {
        let sql = """
            SELECT o.id, o.name, m.role FROM memberships m JOIN organizations o ON o.id = m.organization_id
            WHERE m.user_id = ? ORDER BY m.joined_at, o.id
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [user]).map {
            try Membership(organization: Organization(id: $0[0], name: $0[1]), role: $0[2])
        }
    }

    static func role(of user: UserID, in organization: OrganizationID, _ db: Database) throws -> Role? {
        try Role.fetchOne(
            db, sql: "SELECT role FROM memberships WHERE organization_id = ? AND user_id = ?",
            arguments: [organization, user])
    }

    /// - Throws: `DomainError.notFound` when no user has the e-mail address, `.invalid` when the user isn't a member.
    static func member(_ email: EmailAddress, of organization: OrganizationID, _ db: Database) throws -> UserID {
        let sql = """
            SELECT u.id, m.user_id FROM users u
            LEFT JOIN memberships m ON m.user_id = u.id AND m.organization_id = ? WHERE u.email = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [organization, email]) else {
            throw DomainError.notFound("No account has the email address \(email).")
        }
        guard try row[1] as UserID? != nil else {
            throw DomainError.invalid("\(email) isn't a member of the organization \(organization).")
        }
        return try row[0]
    }

    static func insert(
        _ user: UserID, in organization: OrganizationID, as role: Role, at time: Timestamp, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO memberships (organization_id, user_id, role, joined_at) VALUES (?, ?, ?, ?)",
            arguments: [organization, user, role, time])
    }

    /// Makes a user a member, renews the tokens of the user's browsers, and records it in the audit log.
    static func join(
        _ user: UserID, _ organization: OrganizationID, as role: Role, at time: Timestamp, _ db: Database
    ) throws {
        try insert(user, in: organization, as: role, at: time, db)
        try BrowserSessionRow.requireRenewal(of: user, db)
        try AuditRow.record(
            .memberJoined, in: organization, subject: UserRow.subject(user, db), details: ["role": role.rawValue],
            at: time, db)
    }
}
