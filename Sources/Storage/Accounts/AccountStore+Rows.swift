import Domain
import GRDB

extension AccountStore {
    func insertOrganization(_ name: String, owner: UserID, at time: Timestamp, _ db: Database) throws -> Organization {
        let organization = Organization(id: .random(), name: name)
        try db.execute(
            sql: "INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)",
            arguments: [organization.id, name, time])
        try MembershipRow.insert(owner, in: organization.id, as: .owner, at: time, db)
        return organization
    }

    func insert(_ user: NewUser, at time: Timestamp, _ db: Database) throws {
        guard try Bool.fetchOne(db, sql: "SELECT 1 FROM users WHERE email = ?", arguments: [user.email]) == nil else {
            throw DomainError.conflict("Somebody has the e-mail address \(user.email) already.")
        }
        try db.execute(
            sql: "INSERT INTO users (id, name, email, password, created_at) VALUES (?, ?, ?, ?, ?)",
            arguments: [user.id, user.name, user.email, user.passwordHash, time])
    }

    func userID(of email: EmailAddress, _ db: Database) throws -> UserID {
        guard let id = try UserID.fetchOne(db, sql: "SELECT id FROM users WHERE email = ?", arguments: [email]) else {
            throw DomainError.notFound("Nobody has the e-mail address \(email).")
        }
        return id
    }

    func signOutEverywhere(_ user: UserID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM browser_sessions WHERE user_id = ?", arguments: [user])
    }
}

/// A user's columns, and a user made of them.
enum UserRow {
    static let columns = "u.id, u.name, u.email, u.image_url"

    static func user(from row: Row) -> User {
        User(id: row["id"], name: row["name"], email: row["email"], imageURL: row["image_url"])
    }
}

enum MembershipRow {
    static func all(of user: UserID, _ db: Database) throws -> [Membership] {
        let sql = """
            SELECT o.id, o.name, m.role FROM memberships m JOIN organizations o ON o.id = m.organization_id
            WHERE m.user_id = ? ORDER BY m.joined_at, o.id
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [user]).map {
            Membership(organization: Organization(id: $0[0], name: $0[1]), role: $0[2])
        }
    }

    static func insert(
        _ user: UserID, in organization: OrganizationID, as role: Role, at time: Timestamp, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO memberships (organization_id, user_id, role, joined_at) VALUES (?, ?, ?, ?)",
            arguments: [organization, user, role, time])
    }
}
