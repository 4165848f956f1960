import Domain
import GRDB

extension Database {
    private static let expiredPerCall = 100

    /// Deletes expired rows, oldest first. At most 100 per call, so that other changes don't wait long for the writer;
    /// readers must therefore check the time themselves.
    ///
    /// - Parameter column: the column with the expiry time.
    /// - Returns: whether there may be more.
    @discardableResult
    func deleteExpired(from table: String, by column: String, upTo time: Timestamp) throws -> Bool {
        try cachedStatement(
            sql: """
                DELETE FROM \(table) WHERE id IN (
                    SELECT id FROM \(table) WHERE \(column) <= ? ORDER BY \(column) LIMIT \(Self.expiredPerCall))
                """
        ).execute(arguments: [time])
        return changesCount == Self.expiredPerCall
    }
}
