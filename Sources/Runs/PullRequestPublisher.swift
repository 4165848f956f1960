package import Domain

/// Opens pull requests for pushed branches.
package struct PullRequestPublisher: Sendable {
    /// The Git host that it serves, such as `github.com`.
    package let host: String
    /// Opens the branch's pull request, or returns the existing one: a retry never opens a second. Throws
    /// `PullRequestRefusal`.
    package let open: @Sendable (PullRequestDraft) async throws -> PullRequest

    package init(host: String, open: @escaping @Sendable (PullRequestDraft) async throws -> PullRequest) {
        self.host = host
        self.open = open
    }
}

/// A pull request to open: from a pushed branch into the repository's base branch.
package struct PullRequestDraft: Sendable {
    package let repository: Repository
    package let branch: BranchName
    package let title: String
    package let body: String
}

/// Why there is no pull request; the reason is shown to the session's user.
package struct PullRequestRefusal: Error {
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}
