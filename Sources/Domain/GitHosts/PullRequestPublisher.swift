/// Opens pull requests for pushed branches.
package struct PullRequestPublisher: Sendable {
    /// Opens the branch's pull request, or returns the existing one: a retry never opens a second. Throws
    /// `GitHostFailure`.
    package let open: @Sendable (PullRequestDraft) async throws -> PullRequest

    package init(open: @escaping @Sendable (PullRequestDraft) async throws -> PullRequest) {
        self.open = open
    }
}

/// A pull request to open: from a pushed branch into the repository's base branch.
package struct PullRequestDraft: Sendable {
    package let repository: Repository
    package let branch: BranchName
    package let title: String
    package let body: String

    package init(repository: Repository, branch: BranchName, title: String, body: String) {
        self.repository = repository
        self.branch = branch
        self.title = title
        self.body = body
    }
}
