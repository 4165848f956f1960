import Domain
package import Sandbox

/// What the operator decides about runs.
package struct RunConfiguration: Sendable {
    package var agent: AgentCommand
    /// Whether agents run without isolation, as the operator has chosen explicitly.
    package var isUnisolated = false
    /// Where each run has a directory.
    package var directory: String
    /// How many runs are under way at once.
    package var concurrency = 2
    /// Where bubblewrap is looked for, as in `PATH`.
    package var searchPath = "/usr/bin:/bin"
    /// What the agent and the set-up script find in their environment.
    package var variables: [String: String] = [:]
    /// Values of these that are blotted out where the agent prints them.
    package var secrets: [String] = []
    /// What they may read besides.
    package var readOnlyPaths: [String] = []
    package var hasNetwork = true
    package var limits = SandboxLimits()
    /// Where repositories of a host are when they are on this machine.
    package var localHosts: [String: String] = [:]
    package var credential: GitCredential?
    package var retention = WorkspaceRetention()

    package init(agent: AgentCommand, directory: String) {
        self.agent = agent
        self.directory = directory
    }

    func remote(of repository: RepositoryURL) -> GitRemote {
        guard let base = localHosts[repository.host] else { return .https(repository) }
        return .local(path: "\(base)/\(repository.fullName)")
    }
}

/// Which workspaces are kept for what people may still say.
package struct WorkspaceRetention: Sendable {
    /// Since the end of the session's last run.
    package var age: Duration = .seconds(7 * 86_400)
    /// Of all runs together.
    package var diskBytes = 20 << 30

    package init() {}
}
