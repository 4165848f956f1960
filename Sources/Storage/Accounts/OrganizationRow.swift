import Domain
import GRDB

enum OrganizationRow {
    static func exists(_ id: OrganizationID, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM organizations WHERE id = ?")
        return try Bool.fetchOne(statement, arguments: [id]) != nil
    }

    /// - Throws: `DomainError.notFound` when it doesn't exist.
    static func require(_ id: OrganizationID, _ db: Database) throws {
        guard try exists(id, db) else { throw DomainError.notFound("There is no organization \(id).") }
    }
}
