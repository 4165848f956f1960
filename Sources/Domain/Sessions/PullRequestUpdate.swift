/// What a host says became of a pull request, and as of when.
package struct PullRequestUpdate: Equatable, Sendable {
    package let status: PullRequest.Status
    /// Of a merged one, always; of others, never.
    package let mergedAt: Timestamp?
    /// When the host last changed anything about it.
    package let updatedAt: Timestamp

    package init(status: PullRequest.Status, mergedAt: Timestamp?, updatedAt: Timestamp) {
        self.status = status
        self.mergedAt = mergedAt
        self.updatedAt = updatedAt
    }

    /// Whether it is later than what the host said before. Hosts tell the time to the second: of two states of the same
    /// second the one that is further along is the later.
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

/// A pull request whose host is to be asked about it.
package struct WatchedPullRequest: Equatable, Sendable {
    package let url: PullRequestURL
    /// The tag of the host's last answer.
    package let etag: String?

    package init(url: PullRequestURL, etag: String?) {
        self.url = url
        self.etag = etag
    }
}
