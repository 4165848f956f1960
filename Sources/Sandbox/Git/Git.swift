import Domain

/// Runs git in the sandbox, even before any agent has run.
struct Git: Sendable {
    let sandbox: Sandbox
    let directory: RunDirectory
    var limits: SandboxLimits

    /// Git's disk limit as a multiple of the agent's. An agent may exceed its limit somewhat before it is killed; its
    /// work is then stored again as objects, in a bundle, and in what is unpacked from the bundle.
    private static let diskFactor = 6

    /// Time limit for commands in the workspace, where an agent can leave data that keeps git busy forever.
    private static let longestInWorkspace = Duration.seconds(600)

    /// The directory in which git runs, which determines what it can see.
    enum Place {
        /// The agent's working tree: anything that its configuration makes git run is confined to the sandbox, without
        /// network.
        case workspace
        /// The repository that agents never see.
        case repository
    }

    /// - Parameters:
    ///   - remote: the only remote that git may contact.
    ///   - isWriting: whether git may change a remote on this machine.
    ///   - credential: used for that remote only.
    /// - Throws: `GitError` when git fails.
    @discardableResult
    func run(
        _ arguments: [String],
        in place: Place,
        remote: GitRemote? = nil,
        isWriting: Bool = false,
        credential: GitCredential? = nil,
        environment: [String: String] = [:],
        outputLimit: Int = 1 << 20
    ) async throws -> CommandResult {
        try await attempt(
            arguments, in: place, remote: remote, isWriting: isWriting, credential: credential,
            environment: environment, outputLimit: outputLimit
        ).checked(as: arguments.first ?? "", credential: credential)
    }

    /// Runs a script with git's view of the files and no remote.
    ///
    /// - Parameters:
    ///   - arguments: passed as `$1` and so on.
    ///   - other: another repository that the script may read.
    ///   - operation: the name of the operation in error messages.
    /// - Throws: `GitError` when the script fails.
    @discardableResult
    func sh(
        _ script: String, _ arguments: [String], in place: Place, reading other: String? = nil, as operation: String,
        environment: [String: String] = [:], outputLimit: Int = 1 << 20
    ) async throws -> CommandResult {
        var profile = profile(in: place)
        if let other { profile.readOnlyPaths.append(other) }
        profile.environment.merge(environment) { _, new in new }
        return try await sandbox.run(["sh", "-c", script, "sh"] + arguments, in: profile, outputLimit: outputLimit)
            .checked(as: operation)
    }

    /// Runs git without throwing when it fails, for commands whose exit status is the answer.
    func attempt(
        _ arguments: [String],
        in place: Place,
        remote: GitRemote? = nil,
        isWriting: Bool = false,
        credential: GitCredential? = nil,
        environment: [String: String] = [:],
        outputLimit: Int = 1 << 20
    ) async throws -> CommandResult {
        var profile = profile(in: place, remote: remote, credential: credential)
        if isWriting { (profile.readOnlyPaths, profile.writablePaths) = ([], profile.readOnlyPaths) }
        profile.environment.merge(environment) { _, new in new }
        return try await sandbox.run(["git"] + arguments, in: profile, outputLimit: outputLimit)
    }

    /// - Parameter remote: git has network access only if this is an https remote.
    func profile(
        in place: Place, remote: GitRemote? = nil, credential: GitCredential? = nil
    ) -> SandboxProfile {
        var limits = limits
        let (most, isTooMuch) = limits.diskBytes.multipliedReportingOverflow(by: Self.diskFactor)
        limits.diskBytes = isTooMuch ? .max : most
        if place == .workspace { limits.duration = min(limits.duration, Self.longestInWorkspace) }
        return SandboxProfile(
            workspace: place == .workspace ? directory.workspace : directory.repository,
            home: place == .workspace ? directory.exchange : directory.gitHome,
            readOnlyPaths: place == .workspace ? [directory.repository] : remote?.paths ?? [],
            environment: GitSettings.environment(remote: remote, credential: credential),
            network: remote?.transport == "https" ? .machine : .none,
            limits: limits)
    }

    /// An option for `git init` in a script: the same object format (SHA-1 or SHA-256) as another repository's.
    static func objectFormat(like repository: String) -> String {
        #"--object-format="$(git --git-dir "\#(repository)" rev-parse --show-object-format)""#
    }

    /// The paths of git's directories as git sees them.
    func paths(in place: Place) -> SandboxPaths {
        sandbox.isolation.paths(of: profile(in: place))
    }
}
