import Domain
import GRDB

/// A person with an account.
enum UserRow {
    static let selection = Selection(UserColumns.init)
    static let account = Selection(AccountColumns.init)

    /// - Throws: `DomainError.notFound` when no user has the e-mail address.
    static func id(of email: EmailAddress, _ db: Database) throws -> UserID {
        guard let id = try UserID.fetchOne(db, sql: "SELECT id FROM users WHERE email = ?", arguments: [email]) else {
            throw DomainError.notFound("No account has the email address \(email).")
        }
        return id
    }

    static func isTaken(_ email: EmailAddress, _ db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM users WHERE email = ?)"
        return try Bool.fetchOne(db, sql: sql, arguments: [email]) ?? false
    }

    /// - Throws: `DomainError.conflict` when the e-mail address is taken.
    static func insert(_ user: NewUser, at time: Timestamp, _ db: Database) throws {
        guard try !isTaken(user.email, db) else {
            throw DomainError.conflict("An account with the email address \(user.email) already exists.")
        }
        try db.execute(
            sql: "INSERT INTO users (id, name, email, password, created_at) VALUES (?, ?, ?, ?, ?)",
            arguments: [user.id, user.name, user.email, user.passwordHash, time])
    }
}
