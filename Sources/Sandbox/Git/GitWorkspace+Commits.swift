package import Domain

extension GitWorkspace {
    /// Takes everything that the agent did over, away from its reach: its commits, wherever they are, and what it left
    /// uncommitted. Whatever can't be taken costs nothing of the rest.
    ///
    /// - Parameters:
    ///   - base: the commit that the work began at.
    ///   - branch: what the work becomes in the repository that is pushed.
    ///   - message: of the commit of what was left uncommitted.
    /// - Throws: `GitError` when not even the files could be taken.
    package func takeWork(
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

    /// Counts all files that git doesn't know as none of the agent's work: a set-up script made them for its use,
    /// perhaps of secrets.
    package func ignoreUntrackedFiles() async throws {
        let script = #"""
            git ls-files --others --exclude-standard -z | sed -z 's,[][*?\],\\&,g; s, $,\\ ,; s,^,/,' | tr '\0' '\n' |
                tee -a .git/info/exclude >"$HOME/exclude"
            """#
        _ = try await git.sandbox.run(["sh", "-c", script], in: git.profile(in: .workspace))
    }

    private static let bundle = "commits.bundle"

    /// Puts the agent's branch where the server's is, so that it goes on from there when it is told more. Where that
    /// can't be done soon the next taking over joins the two.
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

    /// What was pushed of the work, which what is taken over later follows on.
    static let pushed = "refs/lodestone/pushed"

    /// Pushes the branch, as it was taken over.
    ///
    /// - Throws: `GitError`, also when the branch there has other commits: it is never forced.
    package func push(_ branch: BranchName, to remote: GitRemote, credential: GitCredential?) async throws {
        try await push("refs/heads/\(branch)", to: remote, as: branch, credential: credential)
        try await markAsPushed(branch)
    }

    func markAsPushed(_ branch: BranchName) async throws {
        try await git.run(["update-ref", Self.pushed, "refs/heads/\(branch)"], in: .repository)
    }

    /// Gives up what was taken over since the last push, so that the agent may take it out of its history.
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

    /// Takes what the workspace has checked out, with all that came before.
    func takeHead(as branch: BranchName) async throws {
        let bundle = "\(git.paths(in: .workspace).home)/\(Self.bundle)"
        try await git.run(["bundle", "create", "--quiet", bundle, "HEAD"], in: .workspace)
        try await fetchBundle("HEAD", as: branch)
    }

    private func fetchBundle(_ revision: String, as branch: BranchName) async throws {
        // A bundle needs no upload-pack. Were there a repository instead, its own settings would hold for that.
        try await git.run(
            [
                "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--upload-pack", "false", "--",
                "\(directory.exchange)/\(Self.bundle)", "+\(revision):refs/heads/\(branch)",
            ], in: .repository, remote: .local(path: directory.exchange))
    }
}
