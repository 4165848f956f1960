/// How the sandbox of a session's agent is set up.
package struct SandboxEnvironment: Equatable, Sendable {
    package let outline: EnvironmentOutline
    /// The script that runs after the clone and before the agent.
    package let setupScript: String?
    package let variables: EnvironmentVariables
    package let network: EnvironmentNetwork
    package let mcp: EnvironmentMCP
    /// The labels that a runner must have to work on its sessions. Without any, the server itself may work on them.
    package let runnerLabels: RunnerLabels
    /// Sorted. The secrets' values are read only for a run.
    package let secretNames: [VariableName]
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    package init(
        outline: EnvironmentOutline,
        setupScript: String?,
        variables: EnvironmentVariables,
        network: EnvironmentNetwork,
        mcp: EnvironmentMCP,
        runnerLabels: RunnerLabels,
        secretNames: [VariableName],
        createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.outline = outline
        self.setupScript = setupScript
        self.variables = variables
        self.network = network
        self.mcp = mcp
        self.runnerLabels = runnerLabels
        self.secretNames = secretNames
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// The part of an environment that every member may read, for choosing one.
package struct EnvironmentOutline: Equatable, Sendable {
    package let id: EnvironmentID
    package let name: String
    /// Whether it is used for sessions whose repository has no environment; at most one environment of an organization
    /// is the default.
    package let isDefault: Bool
    /// The repository that it is made for: sessions of this repository use it unless another one is chosen.
    package let repository: Repository?

    package init(id: EnvironmentID, name: String, isDefault: Bool, repository: Repository?) {
        self.id = id
        self.name = name
        self.isDefault = isDefault
        self.repository = repository
    }
}
