package import Disk
package import Domain
package import EgressProxy
import Foundation
package import Sandbox

/// The operator's settings for runs.
package struct RunConfiguration: Sendable {
    package var agent: AgentCommand
    /// Whether agents run without isolation; only at the operator's explicit choice.
    package var isUnisolated = false
    /// The directory that holds one directory per session.
    package var directory: String
    /// Local mirrors of repositories, for faster clones.
    package var mirrors: RepositoryMirrors
    /// Maximum number of runs that are worked on at once.
    package var concurrency = 2
    /// Where to look for bubblewrap: directories separated by colons, as in `PATH`.
    package var searchPath = "/usr/bin:/bin"
    /// Environment variables for the agent and the setup script.
    package var variables: [String: String] = [:]
    /// Whether agents on runners get `variables` too, rather than only those of their own machine.
    package var sendsVariables = false
    /// How long a runner may be silent before its run goes on elsewhere.
    package var runnerLease: Duration = .seconds(30)
    /// Values of `variables` to redact from the agent's output.
    package var secrets: [String] = []
    /// Additional files and directories that agents may read.
    package var readOnlyPaths: [String] = []
    /// Upper bound for the network access that an environment can grant.
    package var networkCeiling = NetworkAccess.all
    /// Hosts that the operator allows for agents.
    package var operatorHosts = OperatorHosts()
    /// Resolves host names for the agents' network proxy.
    package var resolver = HostResolver.system
    /// Limits for the agent and for every other command of a run.
    package var limits = SandboxLimits()
    /// For each Git host, a local directory that is searched for its repositories first.
    package var localHosts: [String: String] = [:]
    /// Measures free disk space; runs pause when there is too little.
    package var space = DiskSpace.system
    /// The hosts that are cloned from and pushed to with a credential, or that pull requests are opened on, by name.
    package var gitHosts: [String: GitHost] = [:]
    package var retention = WorkspaceRetention()
    /// How long an agent that waits for an answer keeps running.
    package var answerTimeout: Duration = .seconds(600)
    /// Maximum number of waiting agents that keep running.
    package var waitingAgents = 16

    /// - Parameter mirrors: the directory for the local mirrors of repositories.
    package init(agent: AgentCommand, directory: String, mirrors: String) {
        self.agent = agent
        self.directory = directory
        self.mirrors = RepositoryMirrors(directory: mirrors)
    }

    /// The directory of a session's files.
    func directory(of session: SessionID) -> RunDirectory {
        RunDirectory(path: "\(directory)/\(session.rawValue)")
    }

    /// The directory of archived conversations. Its name cannot clash with a session id: those begin with another
    /// letter.
    var conversations: String { "\(directory)/agents" }

    func conversation(of session: SessionID) -> PackedFiles {
        PackedFiles(path: "\(conversations)/\(session.rawValue).tar.gz")
    }

    func remote(of repository: RepositoryURL) -> GitRemote {
        let paths = localHosts[repository.host].map { base in
            ["", ".git"].map { "\(base)/\(repository.fullName)\($0)" }
        }
        return paths?.first(where: FileManager.default.fileExists).map(GitRemote.local) ?? .https(repository)
    }

    /// The credential for a remote; `nil` when its host needs none or is unknown.
    func credential(for remote: GitRemote) -> GitCredential? {
        guard case .https(let repository) = remote else { return nil }
        return gitHosts[repository.host]?.credential
    }
}

/// How long workspaces and conversations are kept for follow-up messages.
package struct WorkspaceRetention: Sendable {
    /// Maximum time since the end of the session's last run.
    package var age: Duration = .seconds(7 * 86_400)
    /// Maximum total size of all workspaces, in bytes; the oldest are removed first.
    package var diskBytes = 20 << 30
    /// Maximum total size of all archived conversations, in bytes; the oldest are removed first.
    package var conversationBytes = 4 << 30

    package init() {}
}

extension RunConfiguration {
    /// How commands are kept apart from the machine.
    ///
    /// - Throws: `SandboxError` when bubblewrap is asked for and missing or doesn't work.
    func isolation() async throws -> Isolation {
        guard !isUnisolated else { return .none }
        return try await .findingBubblewrap(in: searchPath, directory: directory)
    }
}
