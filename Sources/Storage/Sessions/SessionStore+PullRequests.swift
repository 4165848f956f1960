package import Domain
import GRDB

/// For those who hear from a host what became of pull requests.
extension SessionStore {
    /// Applies a host's update of a pull request for every session that has it, in whatever organization. What isn't ours,
    /// older than what is known, or known already changes nothing.
    package func take(_ update: PullRequestUpdate, of url: PullRequestURL, at time: Timestamp) async throws {
        try await connections.writeContent { try PullRequestRow.take(update, of: url, at: time, $0) }
    }

    /// Those of a host that may still be merged, each once, whose host was asked longest ago first.
    ///
    /// - Parameter host: in lower case.
    package func pullRequestsToAsk(of host: String, limit: Int) async throws -> [WatchedPullRequest] {
        try await connections.read { db in
            let rows = try Row.fetchAll(db.cachedStatement(sql: PullRequestRow.toAsk), arguments: [host, limit])
            return try rows.map { try WatchedPullRequest(url: PullRequestURL(unchecked: $0[0]), etag: $0[1]) }
        }
    }

    /// Notes that the host was asked, and the tag of what it says.
    package func recordAnswer(etag: String?, of url: PullRequestURL, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE pull_requests SET etag = ?, asked_at = ? WHERE url = ?",
                arguments: [etag, time, url.description])
        }
    }
}
