package import Domain

/// Makes pull requests of branches that were pushed.
package struct PullRequestPublisher: Sendable {
    /// The host whose repositories it is for.
    package let host: String
    /// Opens one, or finds the one that there is; once per branch, whatever is retried. It throws what a person understands.
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
