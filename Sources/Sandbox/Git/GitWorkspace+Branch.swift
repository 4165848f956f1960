package import Domain

extension GitWorkspace {
    /// Makes the working branch in the workspace, under a name that is taken neither here nor there.
    package func startBranch(
        for title: String, remote: GitRemote?, credential: GitCredential?
    ) async throws -> BranchName {
        var taken = Set<String>()
        if let remote {
            let patterns = AgentBranch.names(for: title).map { "refs/heads/\($0)*" } + ["refs/heads/agent"]
            let list = try await git.run(
                ["ls-remote", "--refs", "--", remote.address] + patterns, in: .repository, remote: remote,
                credential: credential)
            taken.formUnion(
                list.text.split(separator: "\n").compactMap { $0.split(separator: "\t").last.map(Self.name) })
        }
        let local = try await git.run(["for-each-ref", "--format=%(refname)", "refs/heads/"], in: .workspace)
        taken.formUnion(local.text.split(separator: "\n").map(Self.name))
        let branch = AgentBranch.name(for: title, taken: taken)
        try await git.run(["switch", "--quiet", "--create", "\(branch)"], in: .workspace)
        return branch
    }

    /// Goes on with a branch whose workspace is gone.
    package func goOn(with branch: BranchName) async throws {
        try await git.run(["switch", "--quiet", "--create", "\(branch)"], in: .workspace)
    }

    private static func name(ofReference reference: Substring) -> String {
        String(reference.dropFirst("refs/heads/".count))
    }
}
