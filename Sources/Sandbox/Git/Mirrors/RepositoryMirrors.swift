import Crypto
import Domain
import Foundation
import Threads

/// What was cloned of each repository, kept on this machine, so that the next workspace needs only what is new.
///
/// A mirror has the newest commit of each branch that work began at, without its history, as workspaces have. No agent
/// sees it, no credential is in it, and a workspace shares no file with it.
package struct RepositoryMirrors: Sendable {
    /// Where each has a directory.
    private let directory: String
    private let turns = MirrorTurns()
    private let threads = WorkerThreads()

    package init(directory: String) {
        self.directory = directory
    }

    /// Brings the repository's mirror up to date, and fills a run's repository from it.
    ///
    /// - Parameter git: the run's, whose repository is empty.
    /// - Returns: the reference of the branch or tag there, and its commit.
    /// - Throws: `GitError`, for instance when there is no such repository or branch.
    func fill(
        _ git: Git, with branch: BranchName, of remote: GitRemote, credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws -> (reference: String, commit: String) {
        try PrivateDirectory.create(at: directory)
        let path = "\(directory)/\(Self.name(of: remote))"
        let mirror = RepositoryMirror(at: path, like: git)
        return try await turns.take(at: path) {
            let reference = try await mirror.update(branch, from: remote, credential: credential, progress: progress)
            let repository = git.directory.repository
            try await threads.run { try mirror.link(into: repository) }
            return (reference, try await git.makeRepository(at: reference, of: mirror.directory.repository))
        }
    }

    /// Removes mirrors that nobody needed for some time, and packs the others.
    package func tidy(unusedFor age: Duration, sandbox: Sandbox) async throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for name in names where !name.hasSuffix(RepositoryMirror.unfinished) {
            let path = "\(directory)/\(name)"
            let mirror = RepositoryMirror(
                at: path, like: Git(sandbox: sandbox, directory: RunDirectory(path: path), limits: SandboxLimits()))
            try await turns.take(at: path) {
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
    /// Makes a repository of objects that are there.
    ///
    /// - Parameters:
    ///   - reference: its only one, and what is checked out of it.
    ///   - mirror: the repository that has the reference.
    /// - Returns: the commit of that.
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
