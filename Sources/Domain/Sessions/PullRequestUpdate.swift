/// The state of a pull request on its host at a point in time.
package struct PullRequestUpdate: Equatable, Sendable {
    package let status: PullRequest.Status
    /// Set if and only if it is merged.
    package let mergedAt: Timestamp?
    /// When the pull request last changed on the host.
    package let updatedAt: Timestamp

    package init(status: PullRequest.Status, mergedAt: Timestamp?, updatedAt: Timestamp) {
        self.status = status
        self.mergedAt = mergedAt
        self.updatedAt = updatedAt
    }

    /// Whether it is newer than the known state. Hosts report times in seconds: of two states with the same time, the
    /// one further along (draft, open, closed, merged) is the newer.
    package func isNewer(than known: PullRequest.Status, asOf time: Timestamp?) -> Bool {
        guard let time, updatedAt <= time else { return true }
        return updatedAt == time && status.progress > known.progress
    }
}

extension PullRequest.Status {
    fileprivate var progress: Int {
        switch self {
        case .draft: 0
        case .open: 1
        case .closed: 2
        case .merged: 3
        }
    }
}

/// A pull request whose state is polled.
package struct WatchedPullRequest: Equatable, Sendable {
    package let url: PullRequestURL
    /// The ETag of the host's last response.
    package let etag: String?

    package init(url: PullRequestURL, etag: String?) {
        self.url = url
        self.etag = etag
    }
}
