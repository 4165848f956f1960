package import Domain

extension GitWorkspace {
    /// Copies all of the agent's work to the repository that the agent cannot reach: its commits, on whatever branch,
    /// and its uncommitted changes. Parts that cannot be copied are left out; the rest is kept.
    ///
    /// - Parameters:
    ///   - base: the commit that the work started from.
    ///   - branch: the branch for the work in the repository that is pushed.
    ///   - message: the message of the commit with the uncommitted changes.
    /// - Throws: `GitError` when not even the files could be copied.
    package func collectWork(
        since base: String, as branch: BranchName, message: String, author: GitIdentity, coAuthor: GitIdentity
    ) async throws -> AgentWork {
        let text = "\(message)\n\nCo-Authored-By: \(coAuthor.text)"
        var collection = try await WorkCollection(git, base: base, message: text, author: author)
        let previous = try await git.attempt(
            ["rev-parse", "--verify", "--quiet", "refs/heads/\(branch)^{commit}"], in: .repository)
        let work = try await collection.collect(after: previous.ending.isSuccess ? previous.text.trimmed : nil)
        guard work.tip != base else { return AgentWork(tip: nil, leftOut: work.leftOut, unfinished: work.unfinished) }
        try await collection.bundle(work.tip, named: Self.bundle)
        try await fetchBundle(WorkCollection.reference, as: branch)
        if !work.isUnderWay { await showAgent(work) }
        return AgentWork(tip: work.tip, leftOut: work.leftOut, unfinished: work.unfinished)
    }

    /// Excludes all untracked files from the agent's work: a setup script made them, and they may contain secrets.
    package func ignoreUntrackedFiles() async throws {
        let script = #"""
            git ls-files --others --exclude-standard -z | sed -z 's,[][*?\],\\&,g; s, $,\\ ,; s,^,/,' | tr '\0' '\n' |
                tee -a .git/info/exclude >"$HOME/exclude"
            """#
        _ = try await git.sandbox.run(["sh", "-c", script], in: git.profile(in: .workspace))
    }

    private static let bundle = "commits.bundle"

    /// Moves the agent's branch to the server's commit, so that a later prompt continues from there. If this fails or
    /// takes more than 20 seconds, the next `collectWork` merges the two.
    private func showAgent(_ work: WorkCollection.Result) async {
        var hasty = git
        hasty.limits.duration = .seconds(20)
        let here = GitRemote.local(path: directory.exchange)
        var commands = [
            [
                "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--upload-pack", "false", "--",
                "\(git.paths(in: .workspace).home)/\(Self.bundle)", WorkCollection.reference,
            ],
            ["read-tree", "--reset", work.files], ["update-ref", "HEAD", work.files],
        ]
        if work.tip != work.files { commands.append(["merge", "--quiet", "--ff-only", work.tip]) }
        for arguments in commands {
            let result = try? await hasty.attempt(arguments, in: .workspace, remote: here)
            guard result?.ending.isSuccess == true else { return }
        }
    }

    /// The last pushed commit; later work must build on it.
    static let pushed = "refs/lodestone/pushed"

    /// Pushes the branch with the work copied last.
    ///
    /// - Throws: `GitError`, also when the remote branch has other commits: a push is never forced.
    package func push(_ branch: BranchName, to remote: GitRemote, credential: GitCredential?) async throws {
        try await push("refs/heads/\(branch)", to: remote, as: branch, credential: credential)
        try await markAsPushed(branch)
    }

    func markAsPushed(_ branch: BranchName) async throws {
        try await git.run(["update-ref", Self.pushed, "refs/heads/\(branch)"], in: .repository)
    }

    /// Resets the branch to the last push, so that the agent can still remove a secret from its unpushed commits.
    package func withdraw(_ branch: BranchName) async throws {
        let known = try await git.attempt(["rev-parse", "--verify", "--quiet", Self.pushed], in: .repository)
        let target = known.ending.isSuccess ? [known.text.trimmed] : []
        try await git.run(
            ["update-ref"] + (target.isEmpty ? ["-d"] : []) + ["refs/heads/\(branch)"] + target, in: .repository)
    }

    func push(
        _ reference: String, to remote: GitRemote, as branch: BranchName, credential: GitCredential?
    ) async throws {
        try await git.run(
            ["push", "--no-verify", "--porcelain", "--", remote.address, "\(reference):refs/heads/\(branch)"],
            in: .repository, remote: remote, isWriting: true, credential: credential)
    }

    /// Copies the workspace's current commit with its history.
    func copyHead(as branch: BranchName) async throws {
        let bundle = "\(git.paths(in: .workspace).home)/\(Self.bundle)"
        try await git.run(["bundle", "create", "--quiet", bundle, "HEAD"], in: .workspace)
        try await fetchBundle("HEAD", as: branch)
    }

    private func fetchBundle(_ revision: String, as branch: BranchName) async throws {
        // A bundle needs no upload-pack, which would obey the settings of a repository in the bundle's place.
        try await git.run(
            [
                "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--upload-pack", "false", "--",
                "\(directory.exchange)/\(Self.bundle)", "+\(revision):refs/heads/\(branch)",
            ], in: .repository, remote: .local(path: directory.exchange))
    }
}
