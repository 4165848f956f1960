package import Domain

/// A run's repository: cloned, worked on by the agent, and pushed.
///
/// Commits go from the agent's clone to a repository that it never sees as a bundle, a file that holds nothing but
/// objects. So nothing that an agent configured, hooked or linked is there when git has a credential.
package struct GitWorkspace: Sendable {
    package let directory: RunDirectory
    let git: Git

    package init(_ directory: RunDirectory, sandbox: Sandbox, limits: SandboxLimits = SandboxLimits()) {
        self.directory = directory
        git = Git(sandbox: sandbox, directory: directory, limits: limits)
    }

    /// What a repository has to begin at.
    package enum Beginning: Equatable, Sendable {
        /// A branch or tag of it.
        case branch(BranchName)
        /// It has no commits yet.
        case empty
    }

    /// Where work on a remote can begin when it doesn't have the branch that was asked for: at its default branch.
    ///
    /// - Returns: `nil` when it tells of no default branch.
    package func beginning(of remote: GitRemote, credential: GitCredential?) async throws -> Beginning? {
        let list = try await git.run(
            ["ls-remote", "--symref", "--", remote.address], in: .repository, remote: remote, credential: credential)
        guard list.text.contains("\t") else { return .empty }
        let head = list.text.split(separator: "\n").first { $0.hasPrefix("ref: refs/heads/") && $0.hasSuffix("\tHEAD") }
        return head.map { .branch(BranchName(unchecked: String($0.dropFirst("ref: refs/heads/".count).dropLast(5)))) }
    }

    /// Clones the newest state of a branch or tag, or a commit, into the workspace.
    ///
    /// - Returns: the commit that the agent's work is compared with.
    /// - Throws: `GitError`, for instance when there is no such repository or branch.
    package func clone(
        _ remote: GitRemote,
        branch: BranchName,
        credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void = { _ in }
    ) async throws -> String {
        if branch.isCommit {
            try await fetchBare(remote, commit: branch, credential: credential)
        } else {
            try await cloneBare(remote, branch: branch, depth: 1, credential: credential, progress: progress)
        }
        try await checkOut(from: remote)
        return try await commit("HEAD")
    }

    /// Brings back a workspace that is gone, from the branch as it was pushed.
    ///
    /// - Parameter base: the commit that the work began at.
    /// - Returns: `false` when the remote has no such branch, or it doesn't go on from the base.
    package func restore(
        _ branch: BranchName,
        since base: String,
        from remote: GitRemote,
        credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void = { _ in }
    ) async throws -> Bool {
        let list = try await git.run(
            ["ls-remote", "--refs", "--", remote.address, "refs/heads/\(branch)"], in: .repository, remote: remote,
            credential: credential)
        guard !list.output.isEmpty else { return false }
        try await cloneBare(remote, branch: branch, depth: nil, credential: credential, progress: progress)
        let isKnown = try await git.attempt(["merge-base", "--is-ancestor", base, "HEAD"], in: .repository)
        guard isKnown.ending.isSuccess else { return false }
        try await markAsPushed(branch)
        try await checkOut(from: remote)
        return true
    }

    /// Applies and commits what a session changed before its workspace went.
    ///
    /// - Returns: `false` when it doesn't fit on what there is now; then nothing is changed.
    package func apply(_ patch: [UInt8], as author: GitIdentity) async throws -> Bool {
        let script = #"cat >"$HOME/earlier.patch"; git apply --3way --index --whitespace=nowarn "$HOME/earlier.patch""#
        var profile = git.profile(in: .workspace)
        profile.environment.merge(author.environment) { $1 }
        let (_, ending) = try await git.sandbox.withProcess(["sh", "-c", script], in: profile) { process in
            async let written: Void = {
                try? await process.write(patch); process.finishInput()
            }()
            while case let piece = await process.output(), !piece.isEmpty {}
            await written
            _ = await process.ending()
        }
        guard ending.isSuccess else {
            try await git.run(["reset", "--quiet", "--hard"], in: .workspace)
            // Somebody may have taken it over already.
            let check = ["apply", "--reverse", "--check", "\(git.paths(in: .workspace).home)/earlier.patch"]
            return try await git.attempt(check, in: .workspace).ending.isSuccess
        }
        // All of it may be there already.
        let isUnchanged = try await git.attempt(["diff", "--cached", "--quiet"], in: .workspace).ending.isSuccess
        if isUnchanged { return true }
        try await git.run(
            ["commit", "--quiet", "--no-verify", "--message", "Earlier changes of this session"], in: .workspace,
            environment: author.environment)
        return true
    }

    /// Makes the workspace of what was cloned.
    private func checkOut(from remote: GitRemote) async throws {
        let target = git.paths(in: .workspace).workspace
        let here = GitRemote.local(path: directory.repository)
        try await git.run(
            ["clone", "--no-hardlinks", "--quiet", "--", here.address, target], in: .workspace, remote: here)
        try await git.run(["remote", "set-url", "origin", remote.address], in: .workspace)
    }

    /// The branch of the commit that an empty repository begins at.
    static let start = "start"

    /// Whether what was cloned is a branch, rather than a tag or a commit.
    package func isOnBranch() async throws -> Bool {
        try await git.attempt(["symbolic-ref", "--quiet", "HEAD"], in: .repository).ending.isSuccess
    }

    /// Makes an empty repository, for a session without one.
    package func create() async throws -> String {
        try await git.run(["init", "--quiet", "--bare"], in: .repository)
        try await git.run(["init", "--quiet"], in: .workspace)
        let identity = GitIdentity(name: "Lodestone", email: "lodestone@localhost")
        try await git.run(
            ["commit", "--quiet", "--allow-empty", "--message", "Start"], in: .workspace,
            environment: identity.environment)
        let start = try await git.run(["rev-parse", "HEAD"], in: .workspace).text.trimmed
        try await take("HEAD", since: nil, as: BranchName(unchecked: Self.start))
        return start
    }

    /// Removes the locks of a git that was killed, which would keep every other from working.
    ///
    /// Nothing else may be at work in the run's repositories.
    package func removeLocks() async throws {
        for (place, root) in [(Git.Place.workspace, ".git"), (.repository, ".")] {
            let directories = [root, git.paths(in: place).home]
            _ = try await git.sandbox.run(
                ["find"] + directories + ["-name", "*.lock", "-type", "f", "-delete"], in: git.profile(in: place))
        }
    }

    private func cloneBare(
        _ remote: GitRemote,
        branch: BranchName,
        depth: Int?,
        credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws {
        let profile = git.profile(in: .repository, remote: remote, credential: credential)
        let target = git.paths(in: .repository).workspace
        let arguments =
            ["clone", "--bare"] + (depth.map { ["--depth", "\($0)"] } ?? []) + [
                "--single-branch", "--no-tags", "--progress", "--branch", "\(branch)", "--", remote.address, target,
            ]
        // Progress is told on standard error.
        let command = ["sh", "-c", #"exec git "$@" 2>&1"#, "sh"] + arguments
        let (said, ending) = try await git.sandbox.withProcess(command, in: profile) { process in
            process.finishInput()
            var reader = GitProgressReader()
            while case let piece = await process.output(), !piece.isEmpty {
                for news in reader.read(piece) { await progress(news) }
            }
            _ = await process.ending()
            return reader.said
        }
        guard ending.isSuccess else {
            throw GitError(
                operation: "clone", result: CommandResult(output: Array(said.utf8), ending: ending),
                blotter: SecretBlotter([credential?.token ?? ""]))
        }
    }

    private func fetchBare(_ remote: GitRemote, commit: BranchName, credential: GitCredential?) async throws {
        try await git.run(["init", "--quiet", "--bare"], in: .repository)
        try await git.run(
            ["fetch", "--quiet", "--depth", "1", "--no-tags", "--", remote.address, "\(commit)"], in: .repository,
            remote: remote, credential: credential)
        try await git.run(["update-ref", "--no-deref", "HEAD", "FETCH_HEAD^{commit}"], in: .repository)
    }

    func commit(_ revision: String) async throws -> String {
        try await git.run(["rev-parse", "--verify", "\(revision)^{commit}"], in: .repository).text.trimmed
    }
}
