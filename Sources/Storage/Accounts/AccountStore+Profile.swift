package import Domain
import GRDB

extension AccountStore {
    /// Changes a user's name or picture, which are also shown on what they made before. Omitted fields are unchanged.
    ///
    /// - Throws: `DomainError.notFound` for an unknown user.
    package func apply(_ edit: ProfileEdit, to user: UserID, at time: Timestamp) async throws -> User {
        try await connections.write { db in
            if let name = edit.name {
                try db.execute(sql: "UPDATE users SET name = ? WHERE id = ?", arguments: [name, user])
            }
            if let image = edit.image {
                try db.execute(sql: "UPDATE users SET image_url = ? WHERE id = ?", arguments: [image.url, user])
            }
            let sql = "SELECT \(UserRow.selection.sql) FROM users u WHERE u.id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [user]) else {
                throw DomainError.notFound("There is no user \(user).")
            }
            try AuditRow.record(.profileChanged, ofUser: user, at: time, db)
            return try UserRow.selection.columns.user(from: row)
        }
    }

    /// Replaces the password, signs out all of the user's browsers except the current one, and replaces its token.
    ///
    /// - Parameters:
    ///   - known: the hash of the current password, as it was read when the password was checked.
    ///   - digest: the digest of the current browser's new token.
    /// - Throws: `DomainError.conflict` when the stored hash isn't `known` any more.
    package func changePassword(
        of user: UserID, from known: String, to passwordHash: String, keeping browser: BrowserSessionID,
        withToken digest: SecretDigest, at time: Timestamp
    ) async throws {
        try await connections.writeEndingAccess { db in
            try db.execute(
                sql: "UPDATE users SET password = ? WHERE id = ? AND password = ?",
                arguments: [passwordHash, user, known])
            guard db.changesCount == 1 else {
                throw DomainError.conflict("The password was just changed in another browser. Sign in again.")
            }
            try BrowserSessionRow.deleteAll(of: user, but: browser, db)
            try BrowserSessionRow.replaceToken(of: browser, with: digest, db)
            try AuditRow.record(.passwordChanged, ofUser: user, at: time, db)
        }
    }
}
