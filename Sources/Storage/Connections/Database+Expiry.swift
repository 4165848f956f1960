import Domain
import GRDB

extension Database {
    /// Deletes rows whose time is over, those of the longest ago first. No more than 100 go at once, however many there
    /// are after a long pause, so that nobody waits long for the writer: whoever reads the rows has to look at the time too.
    ///
    /// - Parameter column: of the time.
    func deleteExpired(from table: String, by column: String, upTo time: Timestamp) throws {
        try cachedStatement(
            sql: """
                DELETE FROM \(table) WHERE id IN (
                    SELECT id FROM \(table) WHERE \(column) <= ? ORDER BY \(column) LIMIT 100)
                """
        ).execute(arguments: [time])
    }
}
