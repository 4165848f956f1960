package import Domain
import GRDB

extension EventStore {
    /// Deletes the oldest entries that exceed the retention: at most `limit` per call, so that other changes don't wait
    /// long for the writer.
    ///
    /// - Returns: whether there may be more of them.
    package func prune(keeping retention: EventRetention, at now: Timestamp, limit: Int = 1000) async throws -> Bool {
        try await connections.writeContent { db in
            let oldest = now - retention.age
            let newestToGo = try EventLog.end(db) - retention.count
            let sql = "SELECT number, created_at FROM events ORDER BY number LIMIT ?"
            // Only a contiguous beginning is deleted, so that the first remaining entry shows exactly what is missing.
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
