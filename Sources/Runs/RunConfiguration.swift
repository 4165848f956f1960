package import Disk
package import Domain
package import EgressProxy
import Foundation
package import Sandbox

/// What the operator decides about runs.
package struct RunConfiguration: Sendable {
    package var agent: AgentCommand
    /// Whether agents run without isolation, as the operator has chosen explicitly.
    package var isUnisolated = false
    /// Where each run has a directory.
    package var directory: String
    /// What is kept of repositories for the next run.
    package var mirrors: RepositoryMirrors
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
    /// The most that environments let agents reach.
    package var networkCeiling = NetworkAccess.all
    /// What the operator lists for agents.
    package var operatorHosts = OperatorHosts()
    package var resolver = HostResolver.system
    package var limits = SandboxLimits()
    /// Directories in which a host's repositories are looked for first.
    package var localHosts: [String: String] = [:]
    /// Tells when runs wait for room on the disk.
    package var space = DiskSpace.system
    package var credential: GitCredential?
    package var retention = WorkspaceRetention()
    /// How long an agent that waits for people is kept running.
    package var patience: Duration = .seconds(600)
    /// How many such agents are kept running.
    package var waitingAgents = 16

    /// - Parameter mirrors: the directory of what is kept of repositories.
    package init(agent: AgentCommand, directory: String, mirrors: String) {
        self.agent = agent
        self.directory = directory
        self.mirrors = RepositoryMirrors(directory: mirrors)
    }

    /// Where a session's run has its files.
    func directory(of session: SessionID) -> RunDirectory {
        RunDirectory(path: "\(directory)/\(session.rawValue)")
    }

    /// Where agents' conversations are kept; no session's id begins like its name.
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
}

/// Which workspaces are kept for what people may still say.
package struct WorkspaceRetention: Sendable {
    /// Since the end of the session's last run.
    package var age: Duration = .seconds(7 * 86_400)
    /// Of all runs together.
    package var diskBytes = 20 << 30
    /// Of all conversations that are kept for agents; the oldest go first.
    package var conversationBytes = 4 << 30

    package init() {}
}
