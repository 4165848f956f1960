package import Domain

extension GitWorkspace {
    /// Commits what the agent left uncommitted, untracked files included.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    package func commitRest(message: String, author: GitIdentity, coAuthor: GitIdentity) async throws -> Bool {
        try await removeSpecialFiles()
        try await git.run(["add", "--all"], in: .workspace)
        let changes = try await git.run(["status", "--porcelain", "--untracked-files=no"], in: .workspace)
        guard !changes.output.isEmpty else { return false }
        let text = "\(message)\n\nCo-Authored-By: \(coAuthor.text)\n"
        try await git.run(
            ["commit", "--quiet", "--no-verify", "--cleanup=verbatim", "--message", text], in: .workspace,
            environment: author.environment)
        return true
    }

    /// Takes the agent's commits over, away from its reach.
    ///
    /// - Returns: the last one; `nil` when it made none.
    package func takeCommits(since base: String, as branch: BranchName) async throws -> String? {
        let count = try await git.run(["rev-list", "--count", "HEAD", "^\(base)"], in: .workspace).text.trimmed
        guard count != "0" else { return nil }
        try await take("HEAD", since: base, as: branch)
        return try await commit("refs/heads/\(branch)")
    }

    /// Pushes the branch, as it was taken over.
    ///
    /// - Throws: `GitError`, also when the branch there has other commits: it is never forced.
    package func push(_ branch: BranchName, to remote: GitRemote, credential: GitCredential?) async throws {
        let reference = "refs/heads/\(branch)"
        try await git.run(
            ["push", "--no-verify", "--porcelain", "--", remote.address, "\(reference):\(reference)"], in: .repository,
            remote: remote, isWriting: true, credential: credential)
    }

    /// Removes pipes, sockets and devices: git keeps none of them, and waits without end at a pipe with the name of a
    /// file that it reads.
    private func removeSpecialFiles() async throws {
        let kept = ["f", "d", "l"].flatMap { ["!", "-type", $0] }
        _ = try await git.sandbox.run(["find", "."] + kept + ["-delete"], in: git.profile(in: .workspace))
    }

    func take(_ revision: String, since base: String?, as branch: BranchName) async throws {
        let bundle = "\(git.paths(in: .workspace).home)/commits.bundle"
        try await git.run(
            ["bundle", "create", "--quiet", bundle, revision] + (base.map { ["^\($0)"] } ?? []), in: .workspace)
        // A bundle needs no upload-pack. Were there a repository instead, its own settings would hold for that.
        try await git.run(
            [
                "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--upload-pack", "false", "--",
                "\(directory.exchange)/commits.bundle", "+\(revision):refs/heads/\(branch)",
            ], in: .repository, remote: .local(path: directory.exchange))
    }
}
