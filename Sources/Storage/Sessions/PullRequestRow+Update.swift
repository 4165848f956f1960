import Domain
import GRDB

extension PullRequestRow {
    static let withAddress = """
        SELECT \(reported.sql)
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
        let columns = reported.columns
        for row in rows where try update.isNewer(than: row[columns.status], asOf: row[columns.hostUpdatedAt]) {
            try db.cachedStatement(
                sql: """
                    UPDATE pull_requests SET status = ?, merged_at = ?, host_updated_at = ?, etag = NULL WHERE number = ?
                    """
            ).execute(arguments: [update.status, update.mergedAt, update.updatedAt, try row[columns.number] as Int64])
            guard try row[columns.status] != update.status || row[columns.mergedAt] != update.mergedAt else { continue }
            try db.cachedStatement(sql: "UPDATE sessions SET updated_at = max(updated_at, ?) WHERE number = ?")
                .execute(arguments: [time, try row[columns.sessionNumber] as Int64])
            try EventLog.write(
                .sessionUpdated, .statsChanged, of: row[columns.session], in: row[columns.organization], at: time, db)
        }
    }

    private static let reported = Selection(ReportedColumns.init)

    private struct ReportedColumns {
        let number: SelectedColumn
        let status: SelectedColumn
        let mergedAt: SelectedColumn
        let hostUpdatedAt: SelectedColumn
        let sessionNumber: SelectedColumn
        let session: SelectedColumn
        let organization: SelectedColumn

        init(_ list: inout ColumnList) {
            number = list.add("p.number")
            status = list.add("p.status")
            mergedAt = list.add("p.merged_at")
            hostUpdatedAt = list.add("p.host_updated_at")
            sessionNumber = list.add("p.session_number")
            session = list.add("s.id")
            organization = list.add("s.organization_id")
        }
    }
}
