/// What somebody may choose from, since it was used lately; each the latest first, without repetition.
package struct SessionChoices: Equatable, Sendable {
    package let repositories: [RepositoryURL]
    package let baseBranches: [String]
    package let models: [String]
    /// Those of the organization, the default one first, then by name.
    package var environments: [EnvironmentOutline] = []

    package init(repositories: [RepositoryURL], baseBranches: [String], models: [String]) {
        self.repositories = repositories
        self.baseBranches = baseBranches
        self.models = models
    }
}
