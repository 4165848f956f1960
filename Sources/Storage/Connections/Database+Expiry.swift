import Domain
import GRDB

extension Database {
    /// Deletes expired rows, oldest first. At most 100 per call, so that other changes don't wait long for the writer;
    /// readers must therefore check the time themselves.
    ///
    /// - Parameter column: the column with the expiry time.
    func deleteExpired(from table: String, by column: String, upTo time: Timestamp) throws {
        try cachedStatement(
            sql: """
                DELETE FROM \(table) WHERE id IN (
                    SELECT id FROM \(table) WHERE \(column) <= ? ORDER BY \(column) LIMIT 100)
                """
        ).execute(arguments: [time])
    }
}
