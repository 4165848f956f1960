package import Domain
import GRDB

/// Updates of pull requests from their host.
extension SessionStore {
    /// Applies a host's update of a pull request to every session that has it, in any organization. An unknown,
    /// outdated or already applied update has no effect.
    package func apply(_ update: PullRequestUpdate, of url: PullRequestURL, at time: Timestamp) async throws {
        try await connections.writeContent { try PullRequestRow.apply(update, of: url, at: time, $0) }
    }

    /// A host's pull requests that may still be merged, each once, the one checked longest ago first.
    ///
    /// - Parameter host: in lower case.
    package func pullRequestsToAsk(of host: String, limit: Int) async throws -> [WatchedPullRequest] {
        try await connections.read { db in
            let rows = try Row.fetchAll(db.cachedStatement(sql: PullRequestRow.toAsk), arguments: [host, limit])
            return try rows.map { try WatchedPullRequest(url: PullRequestURL(unchecked: $0[0]), etag: $0[1]) }
        }
    }

    /// Records that the host was asked, and the ETag of its answer.
    package func recordAnswer(etag: String?, of url: PullRequestURL, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE pull_requests SET etag = ?, asked_at = ? WHERE url = ?",
                arguments: [etag, time, url.description])
        }
    }
}
