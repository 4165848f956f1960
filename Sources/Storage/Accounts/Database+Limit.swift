import Domain
import GRDB

extension Database {
    /// Checks that an organization may have one more row of a table.
    ///
    /// - Parameters:
    ///   - limit: how many it may have; `nil` for any number.
    ///   - things: the plural noun of the error message.
    ///   - condition: which rows count; `:now` is the time.
    /// - Throws: `DomainError.conflict` when the limit is reached.
    func limit(
        _ limit: Int?, _ things: String, of organization: OrganizationID, in table: String,
        where condition: String = "1", at time: Timestamp
    ) throws {
        guard let limit else { return }
        let sql = """
            SELECT count(*) FROM \(table) WHERE organization_id = :organization AND \(condition) AND :now IS NOT NULL
            """
        let count = try Int.fetchOne(self, sql: sql, arguments: ["organization": organization, "now": time]) ?? 0
        guard count < limit else {
            throw DomainError.conflict(
                "The organization has \(count) \(things), which is the limit. Remove some first.")
        }
    }
}
