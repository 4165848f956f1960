/// What a command may see, change and use. Paths are the host's, absolute and without symbolic links.
package struct SandboxProfile: Sendable {
    /// Where the command works.
    package var workspace: String
    /// Its private home; it and the workspace are what the limits of disk are for.
    package var home: String
    /// What it may read besides the system, at the same paths.
    package var readOnlyPaths: [String]
    /// What it may change besides, at the same paths.
    package var writablePaths: [String]
    /// A directory of files that it may read, which has a place of its own in the sandbox.
    package var attachments: String?
    /// Its variables, besides `HOME`, `PATH` and `LANG`, which it may replace.
    package var environment: [String: String]
    package var network: SandboxNetwork
    package var limits: SandboxLimits
    /// Is told `true` when the command has to wait for room on the disk, and `false` when it goes on.
    package var onPause: (@Sendable (Bool) async -> Void)?

    package init(
        workspace: String,
        home: String,
        readOnlyPaths: [String] = [],
        writablePaths: [String] = [],
        attachments: String? = nil,
        environment: [String: String] = [:],
        network: SandboxNetwork = .none,
        limits: SandboxLimits = SandboxLimits()
    ) {
        self.workspace = workspace
        self.home = home
        self.readOnlyPaths = readOnlyPaths
        self.writablePaths = writablePaths
        self.attachments = attachments
        self.environment = environment
        self.network = network
        self.limits = limits
    }
}

/// Where a command finds its directories.
package struct SandboxPaths: Equatable, Sendable {
    package let workspace: String
    package let home: String
    /// `nil` when the profile has none.
    package let attachments: String?
}

extension Isolation {
    package func paths(of profile: SandboxProfile) -> SandboxPaths {
        switch self {
        case .bubblewrap:
            SandboxPaths(
                workspace: "/workspace", home: "/home/agent",
                attachments: profile.attachments.map { _ in "/attachments" })
        case .none:
            SandboxPaths(workspace: profile.workspace, home: profile.home, attachments: profile.attachments)
        }
    }

    func environment(of profile: SandboxProfile) -> [String: String] {
        let base = [
            "HOME": paths(of: profile).home, "LANG": "C.UTF-8",
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        ]
        let given = base.merging(profile.environment) { _, given in given }
        guard self != .none, case .relayed(let relay) = profile.network else { return given }
        return given.merging(relay.environment) { _, needed in needed }
    }
}
