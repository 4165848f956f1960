/// The repository that a session works on, and the branch that its changes are based on.
package struct Repository: Equatable, Sendable {
    package static let defaultBaseBranch = BranchName.main

    package let url: RepositoryURL
    package let baseBranch: BranchName

    package init(url: RepositoryURL, baseBranch: BranchName?) {
        self.url = url
        self.baseBranch = baseBranch ?? Self.defaultBaseBranch
    }
}
