package import Domain

/// Support for repositories that were empty when the work began: the agent's work becomes the first branch.
extension GitWorkspace {
    /// The reference from which such work is pushed.
    private static let reference = "refs/lodestone/push"

    /// Whether the work began in an empty repository, on a commit that the server made.
    package func isBegunEmpty(at base: String) async throws -> Bool {
        let start = try await git.attempt(
            ["rev-parse", "--verify", "--quiet", "refs/heads/\(Self.start)"], in: .repository)
        return start.ending.isSuccess && start.text.trimmed == base
    }

    /// Pushes the work as the repository's first branch.
    ///
    /// - Throws: `GitError`, also when the remote branch has other commits: a push is never forced.
    package func pushFirst(
        _ branch: BranchName, since base: String, to remote: GitRemote, as target: BranchName,
        credential: GitCredential?
    ) async throws {
        try await push(
            withoutStart(branch, since: base), to: remote, as: target, credential: credential)
        try await markAsPushed(branch)
    }

    /// Rewrites the branch's commits without the server's initial commit; the result is the same each time.
    ///
    /// - Returns: the reference of the last rewritten commit.
    private func withoutStart(_ branch: BranchName, since base: String) async throws -> String {
        let script = #"""
            set -e; export LC_ALL=C; made=$HOME/made; rm -rf "$made"; mkdir "$made"
            for commit in $(git rev-list --reverse --topo-order "$1" "^$2"); do
                edit=; for parent in $(git rev-list --parents -n 1 $commit | cut -s -d ' ' -f 2-); do
                    if [ "$parent" = "$2" ]; then edit="$edit /^parent $parent\$/d;"
                    else edit="$edit s/^parent $parent\$/parent $(cat "$made/$parent")/;"; fi
                done
                git cat-file commit $commit | sed "1,/^\$/{$edit}" | git hash-object -t commit -w --stdin >"$made/$commit"
                last=$commit
            done
            git update-ref "$3" "$(cat "$made/$last")"
            """#
        try await git.sh(
            script, ["refs/heads/\(branch)", base, Self.reference], in: .repository, as: "hash-object")
        return Self.reference
    }
}
