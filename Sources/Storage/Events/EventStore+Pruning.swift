package import Domain
import GRDB

extension EventStore {
    /// Takes entries off the beginning of the log that needn't be kept: no more than `limit` at once, so that nobody
    /// waits long for the writer.
    ///
    /// - Returns: whether there are more of them.
    package func prune(keeping retention: EventRetention, at now: Timestamp, limit: Int = 1000) async throws -> Bool {
        try await connections.writeContent { db in
            let oldest = now - retention.age
            let newestToGo = try EventLog.end(db) - retention.count
            let sql = "SELECT number, created_at FROM events ORDER BY number LIMIT ?"
            // Only a beginning goes, so that the first entry tells exactly what is missing.
            let surplus = try Row.fetchAll(db, sql: sql, arguments: [limit]).prefix { row in
                let (number, createdAt): (Int, Timestamp) = (try row[0], try row[1])
                return createdAt < oldest || number <= newestToGo
            }
            guard let last = surplus.last else { return false }
            try db.execute(sql: "DELETE FROM events WHERE number <= ?", arguments: [last[0] as Int])
            return surplus.count == limit
        }
    }
}
