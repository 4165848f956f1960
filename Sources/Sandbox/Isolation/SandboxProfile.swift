/// What a command may read, change and use. Paths are the host's, absolute and without symbolic links.
package struct SandboxProfile: Sendable {
    /// The working directory.
    package var workspace: String
    /// The private home directory. Disk limits apply to it and the workspace.
    package var home: String
    /// Paths that it may read besides the system's; they are the same inside.
    package var readOnlyPaths: [String]
    /// Further paths that it may change; they are the same inside.
    package var writablePaths: [String]
    /// A directory of files that it may read, at a fixed path inside the sandbox.
    package var attachments: String?
    /// Its environment variables; they override the defaults for `HOME`, `PATH` and `LANG`.
    package var environment: [String: String]
    package var network: SandboxNetwork
    package var limits: SandboxLimits
    /// Called with `true` when the command is paused because the disk is full, and with `false` when it continues.
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

/// The paths of a command's directories as the command sees them.
package struct SandboxPaths: Equatable, Sendable {
    package let workspace: String
    package let home: String
    /// `nil` when the profile has no attachments.
    package let attachments: String?
}

extension Isolation {
    /// The directories' paths inside: fixed ones with bubblewrap, the host's own without isolation.
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
