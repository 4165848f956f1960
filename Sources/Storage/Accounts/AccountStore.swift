package import Domain
import GRDB

/// Organizations, users and their memberships.
package struct AccountStore: Sendable {
    let connections: Connections
    let browserLimits: BrowserSessionLimits

    /// Creates the first organization and its owner.
    ///
    /// - Throws: `DomainError.conflict` when an organization exists already.
    package func setUp(organization name: String, owner: NewUser, at time: Timestamp) async throws -> Organization {
        try await connections.write { try OrganizationRow.insertFirst(name, owner: owner, at: time, $0) }
    }

    /// Creates the first organization and its owner, and signs the owner in.
    ///
    /// - Throws: `DomainError.conflict` when an organization exists already.
    package func setUp(
        organization name: String, owner: NewUser, signingIn browser: NewBrowserSession, at time: Timestamp
    ) async throws -> BrowserSession {
        try await connections.write { db in
            _ = try OrganizationRow.insertFirst(name, owner: owner, at: time, db)
            return try BrowserSessionRow.insert(browser, of: owner.id, within: browserLimits, at: time, db)
        }
    }

    /// Whether an organization exists.
    package func isSetUp() async throws -> Bool {
        try await connections.read { try OrganizationRow.isAnyThere($0) }
    }

    /// Creates another organization, owned by an existing user.
    ///
    /// - Throws: `DomainError.notFound` when no user has the e-mail address.
    package func addOrganization(_ name: String, owner: EmailAddress, at time: Timestamp) async throws -> Organization {
        try await connections.write { db in
            try OrganizationRow.insert(name, owner: try UserRow.id(of: owner, db), at: time, db)
        }
    }

    /// - Throws: `DomainError.notFound` for an unknown organization.
    package func rename(
        _ organization: OrganizationID, to name: String, at time: Timestamp
    ) async throws -> Organization {
        try await connections.write { db in
            let former = try OrganizationRow.fetch(organization, db).name
            guard former != name else { return Organization(id: organization, name: name) }
            try db.execute(sql: "UPDATE organizations SET name = ? WHERE id = ?", arguments: [name, organization])
            try AuditRow.record(
                .organizationRenamed, in: organization, subject: AuditSubject(organization, name: name),
                details: ["from": former, "to": name], at: time, db)
            return Organization(id: organization, name: name)
        }
    }

    /// All organizations, oldest first.
    package func organizations() async throws -> [Organization] {
        try await connections.read(.bulk) { db in
            try Row.fetchAll(db, sql: "SELECT id, name FROM organizations ORDER BY created_at, id")
                .map { try Organization(id: $0[0], name: $0[1]) }
        }
    }

    /// Creates a user and their first membership.
    ///
    /// - Throws: `DomainError.conflict` when the e-mail address is taken, `.notFound` for an unknown organization.
    package func add(_ user: NewUser, to organization: OrganizationID, as role: Role, at time: Timestamp) async throws {
        try await connections.write { db in
            try OrganizationRow.require(organization, db)
            try UserRow.insert(user, at: time, db)
            try MembershipRow.join(user.id, organization, as: role, at: time, db)
            try AuditRow.record(.userAdded, ofUser: user.id, at: time, db)
        }
    }

    /// All users with their memberships, disabled ones included, by e-mail address.
    package func accounts() async throws -> [Account] {
        try await connections.read(.bulk) { db in
            let selection = UserRow.account
            let columns = selection.columns
            return try Row.fetchAll(db, sql: "SELECT \(selection.sql) FROM users u ORDER BY u.email").map { row in
                let user = try columns.user.user(from: row)
                return try Account(
                    user: user, memberships: MembershipRow.all(of: user.id, db), createdAt: row[columns.createdAt],
                    disabledAt: row[columns.disabledAt], hasSecondFactor: row[columns.hasSecondFactor])
            }
        }
    }

    /// The user with this e-mail address, and the hash to check their password against; `nil` if there is no such user,
    /// or if the user is disabled or has no password yet.
    package func credentials(of email: EmailAddress) async throws -> (user: User, passwordHash: String)? {
        try await connections.read { db in
            let sql = """
                SELECT \(Self.credentialSelection.sql) FROM users u
                WHERE u.email = ? AND u.disabled_at IS NULL AND u.password IS NOT NULL
                """
            return try Row.fetchOne(db, sql: sql, arguments: [email]).map {
                let columns = Self.credentialSelection.columns
                return (try columns.user.user(from: $0), try $0[columns.password])
            }
        }
    }

    private static let credentialSelection = Selection(CredentialColumns.init)

    private struct CredentialColumns {
        let user: UserColumns
        let password: SelectedColumn

        init(_ list: inout ColumnList) {
            user = UserColumns(&list)
            password = list.add("u.password")
        }
    }

    /// Ends all of a user's access at once and revokes their unused invitations; everything else they made stays.
    ///
    /// - Throws: `DomainError.notFound` when no user has the e-mail address.
    package func disable(_ email: EmailAddress, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            let id = try UserRow.id(of: email, db)
            try db.execute(
                sql: "UPDATE users SET disabled_at = coalesce(disabled_at, ?) WHERE id = ?", arguments: [time, id])
            try BrowserSessionRow.deleteAll(of: id, db)
            try InvitationRow.revokeAll(by: id, at: time, db)
            try AuditRow.record(.userDisabled, ofUser: id, at: time, db)
        }
    }

    /// Sets a new password, enables the user again if they were disabled, and signs out all their browsers.
    ///
    /// - Throws: `DomainError.notFound` when no user has the e-mail address.
    package func resetPassword(of email: EmailAddress, to passwordHash: String, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            let id = try UserRow.id(of: email, db)
            try db.execute(
                sql: "UPDATE users SET password = ?, disabled_at = NULL WHERE id = ?", arguments: [passwordHash, id])
            try BrowserSessionRow.deleteAll(of: id, db)
            try AuditRow.record(.passwordReset, ofUser: id, at: time, db)
        }
    }
}
