/// Runs git in the sandbox, also where no agent has been yet.
struct Git: Sendable {
    let sandbox: Sandbox
    let directory: RunDirectory
    var limits: SandboxLimits

    /// How much more disk than an agent git may take. An agent is ended somewhat above its limit; its work is stored once
    /// more as objects, then in a bundle, and what is made of that.
    private static let diskFactor = 6

    /// How long a command without a network may take: an agent can leave what keeps git busy for ever.
    private static let longestInWorkspace = Duration.seconds(600)

    /// Where git works, and what it sees.
    enum Place {
        /// The agent's working tree: whatever its configuration makes git run is in the sandbox, without network.
        case workspace
        /// The repository that no agent gets to see.
        case repository
    }

    /// - Parameters:
    ///   - remote: the one that it may talk to.
    ///   - isWriting: whether it may change a remote that is on this machine.
    ///   - credential: for that remote.
    /// - Throws: `GitError` when it fails.
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

    /// Runs a script that sees what git sees, without a remote.
    ///
    /// - Parameters:
    ///   - arguments: `$1` and so on.
    ///   - other: a repository that it may read besides.
    ///   - operation: what a failure is said to be of.
    /// - Throws: `GitError` when it fails.
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

    /// Runs git where a failure is an answer.
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

    /// - Parameter remote: with https, the only reason for which git gets the network.
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

    /// What has `git init` in a script name objects as another repository does.
    static func objectFormat(like repository: String) -> String {
        #"--object-format="$(git --git-dir "\#(repository)" rev-parse --show-object-format)""#
    }

    /// Where git finds its directories.
    func paths(in place: Place) -> SandboxPaths {
        sandbox.isolation.paths(of: profile(in: place))
    }
}
