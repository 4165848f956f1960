/// What somebody wants to be different when a session is tried again; what is absent stays.
package struct RetryDraft: Equatable, Sendable {
    package let baseBranch: BranchName?
    package let model: String?
    package let environment: EnvironmentID?

    package init(baseBranch: BranchName? = nil, model: String? = nil, environment: EnvironmentID? = nil) {
        self.baseBranch = baseBranch
        self.model = model
        self.environment = environment
    }
}
