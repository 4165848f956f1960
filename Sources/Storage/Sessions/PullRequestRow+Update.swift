import Domain
import GRDB

extension PullRequestRow {
    static let withAddress = """
        SELECT p.number, p.status, p.merged_at, p.host_updated_at, p.session_number, s.id, s.organization_id
        FROM pull_requests p JOIN sessions s ON s.number = p.session_number WHERE p.url = ?
        """
    /// The tag counts only when all rows say what the answer with it said.
    static let toAsk = """
        SELECT url, CASE WHEN count(etag) = count(*) THEN min(etag) END FROM pull_requests
        WHERE (status = 'draft' OR status = 'open') AND url LIKE 'https://' || ?1 || '/%'
        GROUP BY url ORDER BY min(coalesce(asked_at, 0)), url LIMIT ?2
        """

    /// Brings every row with an address to what the host says, unless it said something later before. A state that is
    /// known already is no event.
    static func take(_ update: PullRequestUpdate, of url: PullRequestURL, at time: Timestamp, _ db: Database) throws {
        let rows = try Row.fetchAll(db.cachedStatement(sql: withAddress), arguments: [url.description])
        for row in rows where try update.isNewer(than: row[1], asOf: row[3]) {
            try db.cachedStatement(
                sql: """
                    UPDATE pull_requests SET status = ?, merged_at = ?, host_updated_at = ?, etag = NULL WHERE number = ?
                    """
            ).execute(arguments: [update.status, update.mergedAt, update.updatedAt, try row[0] as Int64])
            guard try row[1] != update.status || row[2] != update.mergedAt else { continue }
            try db.cachedStatement(sql: "UPDATE sessions SET updated_at = max(updated_at, ?) WHERE number = ?")
                .execute(arguments: [time, try row[4] as Int64])
            try EventLog.write(.sessionUpdated, .statsChanged, of: row[5], in: row[6], at: time, db)
        }
    }
}
