package import Domain

extension GitWorkspace {
    /// The names for a working branch that are free on a remote.
    package func agentBranch(
        for title: String, on remote: GitRemote, credential: GitCredential?
    ) async throws -> AgentBranch {
        let patterns = AgentBranch(for: title).plainNames.map { "refs/heads/\($0)*" } + ["refs/heads/agent"]
        let list = try await git.run(
            ["ls-remote", "--refs", "--", remote.address] + patterns, in: .repository, remote: remote,
            credential: credential)
        return AgentBranch(for: title, taken: Set(RemoteBranches(listed: list.text).branches))
    }

    /// Creates the working branch at the commit that is checked out.
    package func startBranch(_ branch: BranchName) async throws {
        try await git.run(["switch", "--quiet", "--create", "\(branch)"], in: .workspace)
    }
}
