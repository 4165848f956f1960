import Crypto
import Domain
import Foundation
import Threads

/// Local mirrors of cloned repositories: a new workspace fetches only the objects that are missing.
///
/// A mirror has the newest commit of each branch that work started from, without history, like the workspaces. No agent
/// sees it, it contains no credential, and it shares no file with a workspace.
package struct RepositoryMirrors: Sendable {
    /// Contains one directory per mirror.
    private let directory: String
    private let turns = MirrorLocks()
    private let threads = WorkerThreads()

    package init(directory: String) {
        self.directory = directory
    }

    /// Updates the repository's mirror and fills a run's repository from it.
    ///
    /// - Parameter git: for the run's repository, which must be empty.
    /// - Returns: the reference of the branch or tag in the run's repository, and its commit.
    /// - Throws: `GitError`, for instance when there is no such repository or branch.
    func fill(
        _ git: Git, with branch: BranchName, of remote: GitRemote, credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws -> (reference: String, commit: String) {
        try PrivateDirectory.create(at: directory)
        let path = "\(directory)/\(Self.name(of: remote))"
        let mirror = RepositoryMirror(at: path, like: git)
        return try await turns.withLock(at: path) {
            let reference = try await mirror.update(branch, from: remote, credential: credential, progress: progress)
            let repository = git.directory.repository
            try await threads.run { try mirror.link(into: repository) }
            return (reference, try await git.makeRepository(at: reference, of: mirror.directory.repository))
        }
    }

    /// Removes mirrors that were not used for `age`, and packs the others.
    package func tidy(unusedFor age: Duration, sandbox: Sandbox) async throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for name in names where !name.hasSuffix(RepositoryMirror.unfinished) {
            let path = "\(directory)/\(name)"
            let mirror = RepositoryMirror(
                at: path, like: Git(sandbox: sandbox, directory: RunDirectory(path: path), limits: SandboxLimits()))
            try await turns.withLock(at: path) {
                guard let used = try mirror.lastUse() else { return }
                if Duration.seconds(Date().timeIntervalSince(used)) > age {
                    try await mirror.directory.remove()
                } else {
                    try await mirror.pack()
                }
            }
        }
    }

    private static func name(of remote: GitRemote) -> String {
        SHA256.hash(data: Data(remote.address.utf8)).hexadecimal
    }
}

extension Git {
    /// Creates a repository around objects that are already in its directory.
    ///
    /// - Parameters:
    ///   - reference: the only reference, which is also checked out.
    ///   - mirror: the repository that has the reference.
    /// - Returns: the reference's commit.
    fileprivate func makeRepository(at reference: String, of mirror: String) async throws -> String {
        let script = #"""
            set -e
            object=$(git --git-dir "$2" rev-parse --verify "$1")
            git init --quiet --bare \#(Git.objectFormat(like: "$2"))
            git update-ref "$1" "$object"
            case $1 in
                refs/heads/*) git symbolic-ref HEAD "$1" ;;
                *) git update-ref --no-deref HEAD "$object^{commit}" ;;
            esac
            git rev-parse --verify HEAD
            """#
        return try await sh(script, [reference, mirror], in: .repository, reading: mirror, as: "clone").text.trimmed
    }
}
