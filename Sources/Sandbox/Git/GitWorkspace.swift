package import Domain

/// A run's repository: cloned, changed by the agent, and pushed.
///
/// Commits are copied from the agent's clone to a repository that the agent never sees, in a bundle: a file with
/// objects only. So the agent's configuration, hooks and links cannot affect git while it has a credential.
package struct GitWorkspace: Sendable {
    package let directory: RunDirectory
    let git: Git

    package init(_ directory: RunDirectory, sandbox: Sandbox, limits: SandboxLimits = SandboxLimits()) {
        self.directory = directory
        git = Git(sandbox: sandbox, directory: directory, limits: limits)
    }

    /// Where work on a repository can start.
    package enum Beginning: Equatable, Sendable {
        /// At a branch or tag.
        case branch(BranchName)
        /// The repository has no commits.
        case empty
        /// The repository has several branches, such as this one, and no default branch.
        case unclear(BranchName)
    }

    /// Where work can start when the remote lacks the requested branch: at the default branch.
    ///
    /// - Returns: without a default branch, the only branch if there is just one.
    package func beginning(of remote: GitRemote, credential: GitCredential?) async throws -> Beginning {
        let list = try await git.run(
            ["ls-remote", "--symref", "--", remote.address], in: .repository, remote: remote, credential: credential)
        guard list.text.contains("\t") else { return .empty }
        let found = RemoteBranches(listed: list.text)
        if let branch = found.defaultBranch ?? (found.branches.count == 1 ? found.branches.first : nil) {
            return .branch(BranchName(unchecked: branch))
        }
        return .unclear(BranchName(unchecked: found.branches.first ?? "main"))
    }

    /// Clones the newest state of a branch or tag, or a commit, into the workspace.
    ///
    /// - Parameter mirrors: stores the repository's objects for the next clone.
    /// - Returns: the commit that the agent's work is compared with.
    /// - Throws: `GitError`, for instance when there is no such repository or branch.
    package func clone(
        _ remote: GitRemote,
        branch: BranchName,
        through mirrors: RepositoryMirrors,
        credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void = { _ in }
    ) async throws -> String {
        let (reference, commit) = try await mirrors.fill(
            git, with: branch, of: remote, credential: credential, progress: progress)
        try await checkOut(reference, from: remote)
        return commit
    }

    /// Recreates a removed workspace from the pushed branch.
    ///
    /// - Parameter base: the commit that the work started from.
    /// - Returns: `false` when the remote has no such branch, or the branch does not contain `base`.
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
        try await cloneBare(remote, branch: branch, credential: credential, progress: progress)
        let isKnown = try await git.attempt(["merge-base", "--is-ancestor", base, "HEAD"], in: .repository)
        guard isKnown.ending.isSuccess else { return false }
        try await markAsPushed(branch)
        try await checkOut("refs/heads/\(branch)", from: remote)
        return true
    }

    /// Applies and commits the changes that the session made in its removed workspace.
    ///
    /// - Returns: `false` when the patch does not apply; then nothing is changed.
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
            // The changes may have been merged already.
            let check = ["apply", "--reverse", "--check", "\(git.paths(in: .workspace).home)/earlier.patch"]
            return try await git.attempt(check, in: .workspace).ending.isSuccess
        }
        // Possibly all changes exist already.
        let isUnchanged = try await git.attempt(["diff", "--cached", "--quiet"], in: .workspace).ending.isSuccess
        if isUnchanged { return true }
        try await git.run(
            ["commit", "--quiet", "--no-verify", "--message", "Earlier changes of this session"], in: .workspace,
            environment: author.environment)
        return true
    }

    /// Creates the workspace from the cloned repository, as `git clone` would. It gets copies of the objects: the agent
    /// can write to its files, so none are shared.
    private func checkOut(_ reference: String, from remote: GitRemote) async throws {
        let script = #"""
            set -e
            git init --quiet \#(Git.objectFormat(like: "$1")) .
            cp -R "$1/objects/." .git/objects/
            [ ! -f "$1/shallow" ] || cp "$1/shallow" .git/shallow
            git remote add origin "$2"
            object=$(git --git-dir "$1" rev-parse --verify "$3")
            case $3 in
                refs/heads/*)
                    name=${3#refs/heads/}
                    git update-ref "refs/remotes/origin/$name" "$object"
                    git symbolic-ref refs/remotes/origin/HEAD "refs/remotes/origin/$name"
                    git update-ref "$3" "$object"
                    git symbolic-ref HEAD "$3"
                    git config "branch.$name.remote" origin
                    git config "branch.$name.merge" "$3"
                    ;;
                *)
                    git update-ref "$3" "$object"
                    git update-ref --no-deref HEAD "$object^{commit}"
                    ;;
            esac
            git -c checkout.workers=0 reset --quiet --hard
            \#(WorkRepository.noteIdentity)
            """#
        try await git.sh(
            script, [directory.repository, remote.address, reference], in: .workspace, as: "checkout")
    }

    /// The branch of the initial commit in an empty repository.
    static let start = "start"

    /// Whether a branch was cloned, rather than a tag or a commit.
    package func isOnBranch() async throws -> Bool {
        try await git.attempt(["symbolic-ref", "--quiet", "HEAD"], in: .repository).ending.isSuccess
    }

    /// Creates an empty repository with one commit, for a session without a repository and for an empty remote.
    ///
    /// - Returns: the commit.
    package func create() async throws -> String {
        try await git.run(["init", "--quiet", "--bare"], in: .repository)
        try await git.sh("git init --quiet && \(WorkRepository.noteIdentity)", [], in: .workspace, as: "init")
        let identity = GitIdentity(name: "Lodestone", email: "lodestone@localhost")
        try await git.run(
            ["commit", "--quiet", "--allow-empty", "--message", "Start"], in: .workspace,
            environment: identity.environment)
        let start = try await git.run(["rev-parse", "HEAD"], in: .workspace).text.trimmed
        try await copyHead(as: BranchName(unchecked: Self.start))
        return start
    }

    /// Makes the run's repositories usable again after processes there were killed: reopens directories without
    /// permissions for their owner, and removes the lock files of a killed git, which would block every other git.
    ///
    /// No other process may use the run's repositories meanwhile.
    package func makeUsable() async throws {
        try directory.openWorkspace()
        // One directory at a time: its subdirectories can be found only once it is open.
        let script = #"""
            [ "$1" != .git ] || find . -type d ! -perm -700 -exec chmod u+rwx {} \;
            find "$1" "$HOME" -name '*.lock' -type f -delete
            """#
        for (place, root) in [(Git.Place.workspace, ".git"), (.repository, ".")] {
            _ = try await git.sandbox.run(["sh", "-c", script, "sh", root], in: git.profile(in: place))
        }
    }

    private func cloneBare(
        _ remote: GitRemote,
        branch: BranchName,
        credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws {
        let arguments = [
            "clone", "--bare", "--single-branch", "--no-tags", "--progress", "--branch", "\(branch)", "--",
            remote.address, git.paths(in: .repository).workspace,
        ]
        _ = try await git.attempt(
            arguments, in: .repository, remote: remote, credential: credential, progress: progress
        ).checked(as: "clone", credential: credential)
    }
}
