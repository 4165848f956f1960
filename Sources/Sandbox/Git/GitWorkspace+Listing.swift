package import Domain

extension GitWorkspace {
    /// The branches and tags of a remote. The workspace's directory need not exist.
    ///
    /// - Returns: `.missing` when the host says that there is no such repository for this credential, `.unreachable`
    ///   when it couldn't be asked.
    package func branches(of remote: GitRemote, credential: GitCredential?) async throws -> RemoteLookup {
        try directory.createRepository()
        let result = try await git.attempt(
            ["ls-remote", "--symref", "--", remote.address, "HEAD", "refs/heads/*", "refs/tags/*"], in: .repository,
            remote: remote, credential: credential)
        guard result.ending.isSuccess else {
            let said = result.ending.errorText.lowercased()
            return Self.refusals.contains { said.contains($0) } ? .missing : .unreachable
        }
        return .found(RemoteBranches(listed: result.text))
    }

    /// Git's messages for a repository that doesn't exist or that this server can't access.
    private static let refusals = [
        "not found", "does not appear to be a git repository", "could not read username", "authentication failed",
        "access denied",
    ]
}
