/// How the sandbox of a session's agent is set up.
package struct SandboxEnvironment: Equatable, Sendable {
    package let outline: EnvironmentOutline
    /// What is run after the clone and before the agent.
    package let setupScript: String?
    package let variables: EnvironmentVariables
    package let network: EnvironmentNetwork
    package let mcp: EnvironmentMCP
    /// In their order. The secrets themselves are read for a run only.
    package let secretNames: [VariableName]
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    package init(
        outline: EnvironmentOutline,
        setupScript: String?,
        variables: EnvironmentVariables,
        network: EnvironmentNetwork,
        mcp: EnvironmentMCP,
        secretNames: [VariableName],
        createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.outline = outline
        self.setupScript = setupScript
        self.variables = variables
        self.network = network
        self.mcp = mcp
        self.secretNames = secretNames
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// What every member may know of an environment, by which they choose it.
package struct EnvironmentOutline: Equatable, Sendable {
    package let id: EnvironmentID
    package let name: String
    /// Whether sessions get it for whose repository there is none; true of one at most in an organization.
    package let isDefault: Bool
    /// What it is made for.
    package let repository: Repository?

    package init(id: EnvironmentID, name: String, isDefault: Bool, repository: Repository?) {
        self.id = id
        self.name = name
        self.isDefault = isDefault
        self.repository = repository
    }
}
