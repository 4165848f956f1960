package import Domain
import GRDB

extension AuditStore {
    /// Deletes the oldest entries from before `time`: at most `limit` per call, so that other changes don't wait long for
    /// the writer. The database itself refuses to release entries of the last 30 days.
    ///
    /// - Returns: whether there may be more of them.
    package func prune(before time: Timestamp, limit: Int = 1000) async throws -> Bool {
        try await connections.writeContent { db in
            let sql = "SELECT number, created_at FROM audit_events ORDER BY number LIMIT ?"
            let surplus = try Row.fetchAll(db, sql: sql, arguments: [limit]).prefix { row in
                (try row[1] as Timestamp) < time
            }
            guard let last = surplus.last else { return false }
            let number: Int = try last[0]
            try db.execute(sql: "UPDATE audit_retention SET released_to = ? WHERE id = 1", arguments: [number])
            try db.execute(sql: "DELETE FROM audit_readers WHERE event_number <= ?", arguments: [number])
            try db.execute(sql: "DELETE FROM audit_events WHERE number <= ?", arguments: [number])
            return surplus.count == limit
        }
    }
}
