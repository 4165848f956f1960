/// Suggestions from recent sessions; each list has the most recent first, without duplicates.
package struct SessionChoices: Equatable, Sendable {
    package var repositories: [RepositoryURL]
    package let baseBranches: [String]
    package let models: [String]
    /// The organization's environments: the default first, then by name.
    package var environments: [EnvironmentOutline] = []

    package init(repositories: [RepositoryURL], baseBranches: [String], models: [String]) {
        self.repositories = repositories
        self.baseBranches = baseBranches
        self.models = models
    }
}
