import Domain
import GRDB

extension PullRequestRow {
    static let withAddress = """
        SELECT p.number, p.status, p.merged_at, p.host_updated_at, p.session_number, s.id, s.organization_id
        FROM pull_requests p JOIN sessions s ON s.number = p.session_number WHERE p.url = ?
        """
    /// The ETag is used only if every row of the URL has it: a row without one may differ from the answer with that
    /// ETag.
    static let toAsk = """
        SELECT url, CASE WHEN count(etag) = count(*) THEN min(etag) END FROM pull_requests
        WHERE (status = 'draft' OR status = 'open') AND url LIKE 'https://' || ?1 || '/%'
        GROUP BY url ORDER BY min(coalesce(asked_at, 0)), url LIMIT ?2
        """

    /// Updates every row with this URL to the host's state, unless the host reported a later state before. A state that
    /// is already stored causes no event.
    static func apply(_ update: PullRequestUpdate, of url: PullRequestURL, at time: Timestamp, _ db: Database) throws {
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
