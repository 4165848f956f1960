import Domain
import GRDB

/// A pull request that a session reported.
enum PullRequestRow {
    /// Inserts or updates the row of a URL, and makes it the session's current pull request. The ETag is cleared, so
    /// that the host is asked again.
    ///
    /// - Parameter hostUpdatedAt: the time of the host's state; `nil` if the host isn't the source.
    static func save(
        _ pullRequest: PullRequest, asOf hostUpdatedAt: Timestamp?, of session: Int64,
        in organization: OrganizationID, at time: Timestamp, _ db: Database
    ) throws {
        let isMerged = pullRequest.status == .merged
        let upsert = try db.cachedStatement(
            sql: """
                INSERT INTO pull_requests (session_number, organization_id, url, host_number, status, merged_at,
                    host_updated_at)
                VALUES (?1, ?2, ?3, ?4, ?5, coalesce(?6, ?7), ?8)
                ON CONFLICT (session_number, url) DO UPDATE SET host_number = excluded.host_number,
                    status = excluded.status,
                    merged_at = CASE WHEN ?7 IS NULL THEN NULL ELSE coalesce(?6, merged_at, ?7) END,
                    host_updated_at = coalesce(?8, host_updated_at), etag = NULL
                """)
        try upsert.execute(arguments: [
            session, organization, pullRequest.url.description, pullRequest.number, pullRequest.status,
            pullRequest.mergedAt, isMerged ? time : nil, hostUpdatedAt,
        ])
        try db.cachedStatement(
            sql: """
                UPDATE sessions SET updated_at = max(updated_at, ?1),
                    pull_request = (SELECT number FROM pull_requests WHERE session_number = ?2 AND url = ?3)
                WHERE number = ?2
                """
        ).execute(arguments: [time, session, pullRequest.url.description])
        try SearchIndex.indexSession(session, db)
    }

    static func exists(_ url: PullRequestURL, of session: Int64, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM pull_requests WHERE session_number = ? AND url = ?")
        return try Int.fetchOne(statement, arguments: [session, url.description]) != nil
    }

    /// In the order in which they were first reported.
    static func all(of session: Int64, _ db: Database) throws -> [PullRequest] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection.sql) FROM pull_requests p WHERE p.session_number = ? ORDER BY p.number
                """)
        return try Row.fetchAll(statement, arguments: [session]).compactMap(selection.columns.pullRequest)
    }

    /// - Parameter current: the session's current pull request.
    static func replaceAll(
        with pullRequests: [PullRequest], showing current: PullRequestURL?, of session: Int64,
        in organization: OrganizationID, _ db: Database
    ) throws {
        try db.cachedStatement(sql: "DELETE FROM pull_requests WHERE session_number = ?").execute(arguments: [session])
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO pull_requests (session_number, organization_id, url, host_number, status, merged_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for pullRequest in pullRequests {
            try insert.execute(arguments: [
                session, organization, pullRequest.url.description, pullRequest.number, pullRequest.status,
                pullRequest.mergedAt,
            ])
        }
        try db.cachedStatement(
            sql: """
                UPDATE sessions SET
                    pull_request = (SELECT number FROM pull_requests WHERE session_number = ?1 AND url = ?2)
                WHERE number = ?1
                """
        ).execute(arguments: [session, current?.description])
    }

    private static let selection = Selection { PullRequestColumns(of: "p", &$0) }
}
