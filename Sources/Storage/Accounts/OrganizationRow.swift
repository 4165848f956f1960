import Domain
import GRDB

/// An organization, also called a team.
enum OrganizationRow {
    /// Creates an organization with its first owner.
    static func insert(_ name: String, owner: UserID, at time: Timestamp, _ db: Database) throws -> Organization {
        let organization = Organization(id: .random(), name: name)
        try db.execute(
            sql: "INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)",
            arguments: [organization.id, name, time])
        try AuditRow.record(
            .organizationCreated, in: organization.id, subject: AuditSubject(organization.id, name: name), at: time, db)
        try MembershipRow.join(owner, organization.id, as: .owner, at: time, db)
        return organization
    }

    /// - Throws: `DomainError.conflict` when an organization exists already.
    static func insertFirst(_ name: String, owner: NewUser, at time: Timestamp, _ db: Database) throws -> Organization {
        guard try !isAnyThere(db) else { throw DomainError.alreadySetUp }
        try UserRow.insert(owner, at: time, db)
        let organization = try insert(name, owner: owner.id, at: time, db)
        try AuditRow.record(.userAdded, ofUser: owner.id, at: time, db)
        return organization
    }

    static func isAnyThere(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM organizations)") ?? false
    }

    /// - Throws: `DomainError.notFound` for an unknown organization.
    static func fetch(_ id: OrganizationID, _ db: Database) throws -> Organization {
        let sql = "SELECT name FROM organizations WHERE id = ?"
        guard let name = try String.fetchOne(db, sql: sql, arguments: [id]) else {
            throw DomainError.notFound("There is no organization \(id).")
        }
        return Organization(id: id, name: name)
    }

    static func exists(_ id: OrganizationID, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM organizations WHERE id = ?")
        return try Bool.fetchOne(statement, arguments: [id]) != nil
    }

    /// - Throws: `DomainError.notFound` for an unknown organization.
    static func require(_ id: OrganizationID, _ db: Database) throws {
        _ = try fetch(id, db)
    }
}
