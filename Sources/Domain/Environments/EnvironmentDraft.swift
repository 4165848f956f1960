/// The settings of an environment to be created, without its secrets.
package struct EnvironmentDraft: Equatable, Sendable {
    /// In characters.
    package static let maximumNameLength = 100

    package let name: String
    package let isDefault: Bool
    package let repository: Repository?
    /// Checked by `PlainText.script`; `nil` for an empty script.
    package let setupScript: String?
    package let variables: EnvironmentVariables
    package let network: EnvironmentNetwork
    package let mcp: EnvironmentMCP
    /// The labels that a runner must have to work on its sessions.
    package let runnerLabels: RunnerLabels

    package init(
        name: String, isDefault: Bool, repository: Repository?, setupScript: String?, variables: EnvironmentVariables,
        network: EnvironmentNetwork = EnvironmentNetwork(), mcp: EnvironmentMCP = EnvironmentMCP(),
        runnerLabels: RunnerLabels = .none
    ) {
        self.name = name
        self.isDefault = isDefault
        self.repository = repository
        self.setupScript = setupScript.flatMap { $0.isEmpty ? nil : $0 }
        self.variables = variables
        self.network = network
        self.mcp = mcp
        self.runnerLabels = runnerLabels
    }
}

/// An owner's changes to an environment; a `nil` property is left unchanged.
package struct EnvironmentEdit: Sendable {
    package let name: String?
    package let isDefault: Bool?
    package let repository: RepositoryChoice?
    /// The empty text removes the script.
    package let setupScript: String?
    package let variables: EnvironmentVariables?
    package let access: NetworkAccess?
    package let hosts: [AllowedHost]?
    package let mcpServers: MCPServers?
    package let repositoryMCP: RepositoryMCP?
    package let runnerLabels: RunnerLabels?

    package init(
        name: String? = nil, isDefault: Bool? = nil, repository: RepositoryChoice? = nil, setupScript: String? = nil,
        variables: EnvironmentVariables? = nil, access: NetworkAccess? = nil, hosts: [AllowedHost]? = nil,
        mcpServers: MCPServers? = nil, repositoryMCP: RepositoryMCP? = nil,
        runnerLabels: RunnerLabels? = nil
    ) {
        self.name = name
        self.isDefault = isDefault
        self.repository = repository
        self.setupScript = setupScript
        self.variables = variables
        self.access = access
        self.hosts = hosts
        self.mcpServers = mcpServers
        self.repositoryMCP = repositoryMCP
        self.runnerLabels = runnerLabels
    }

    /// The settings after the edit. Properties that are `nil` in the edit keep the values of `draft`.
    package func applied(to draft: EnvironmentDraft) -> EnvironmentDraft {
        EnvironmentDraft(
            name: name ?? draft.name, isDefault: isDefault ?? draft.isDefault,
            repository: repository.map(\.repository) ?? draft.repository,
            setupScript: setupScript ?? draft.setupScript, variables: variables ?? draft.variables,
            network: EnvironmentNetwork(
                access: access ?? draft.network.access, hosts: hosts ?? draft.network.hosts),
            mcp: EnvironmentMCP(
                servers: mcpServers ?? draft.mcp.servers, repository: repositoryMCP ?? draft.mcp.repository),
            runnerLabels: runnerLabels ?? draft.runnerLabels)
    }
}

/// A choice of a repository, or of none. It makes `RepositoryChoice?` distinguish "no repository" from "unchanged".
package struct RepositoryChoice: Equatable, Sendable {
    package let repository: Repository?

    package init(_ repository: Repository?) {
        self.repository = repository
    }
}

extension SandboxEnvironment {
    /// The draft that would recreate this environment, without its secrets.
    package var draft: EnvironmentDraft {
        EnvironmentDraft(
            name: outline.name, isDefault: outline.isDefault, repository: outline.repository,
            setupScript: setupScript, variables: variables, network: network, mcp: mcp,
            runnerLabels: runnerLabels)
    }
}
