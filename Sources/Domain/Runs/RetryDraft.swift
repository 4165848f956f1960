/// The settings to change when a session is retried; a `nil` property is left unchanged.
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
