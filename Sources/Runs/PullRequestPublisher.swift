package import Domain

/// Makes pull requests of branches that were pushed.
package struct PullRequestPublisher: Sendable {
    /// The host whose repositories it is for.
    package let host: String
    /// Opens one, or finds the one that there is; once per branch, whatever is retried. It throws `PullRequestRefusal`.
    package let open: @Sendable (PullRequestDraft) async throws -> PullRequest

    package init(host: String, open: @escaping @Sendable (PullRequestDraft) async throws -> PullRequest) {
        self.host = host
        self.open = open
    }
}

package struct PullRequestDraft: Sendable {
    package let repository: Repository
    package let branch: BranchName
    package let title: String
    package let body: String
}

/// Why there is no pull request, for the person whose session it is.
package struct PullRequestRefusal: Error {
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}
