import Domain
import GRDB

extension ArchivedUser {
    static func fetchAll(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws -> [Self] {
        let sql = "SELECT \(UserRow.account.sql) FROM users u \(condition)"
        let columns = UserRow.account.columns
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            try ArchivedUser(
                user: columns.user.user(from: row), createdAt: row[columns.createdAt],
                disabledAt: row[columns.disabledAt])
        }
    }

    /// Inserts the account, without a password.
    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO users (id, name, email, image_url, created_at, disabled_at) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [user.id, user.name, user.email, user.imageURL, createdAt, disabledAt])
    }
}
