package import Domain
import Threads

extension GitWorkspace {
    /// Where the search is, of as many pushes at once as there are threads.
    private static let threads = WorkerThreads(count: 2)

    /// Looks for secrets in all that a push of a branch would send: each commit's header and message, each file of each
    /// commit, also what is compressed in it, and each name. Names of branches are the caller's to look at.
    ///
    /// - Parameter base: the commit that the remote has; without it all of the branch's history is looked at.
    /// - Returns: the first places; in each file the first.
    /// - Throws: `GitError`, `CancellationError`.
    package func secrets(
        _ blotter: SecretBlotter, in branch: BranchName, since base: String?
    ) async throws -> [SecretLocation] {
        try await secrets(blotter, in: "refs/heads/\(branch)", since: base)
    }

    func secrets(_ blotter: SecretBlotter, in reference: String, since base: String?) async throws -> [SecretLocation] {
        guard !blotter.patterns.isEmpty else { return [] }
        let script = #"""
            git rev-list --objects --in-commit-order "$@" >"$HOME/objects" &&
            git cat-file --buffer --batch='%(objectname) %(objecttype) %(objectsize) %(rest)' <"$HOME/objects"
            """#
        var profile = git.profile(in: .repository)
        // All that is pushed comes by here.
        profile.limits.outputBytes = .max
        let scan = ObjectScan(blotter.patterns)
        let command = ["sh", "-c", script, "sh", reference] + (base.map { ["^\($0)"] } ?? [])
        let (isWhole, ending) = try await git.sandbox.withProcess(command, in: profile) { process in
            process.finishInput()
            while case let piece = await process.output(), !piece.isEmpty {
                guard try await Self.threads.runCancellable({ try scan.read(piece, unless: $0) }) else { return false }
            }
            _ = await process.ending()
            return true
        }
        try Task.checkCancellation()
        guard !isWhole || ending.isSuccess else {
            throw GitError(operation: "cat-file", result: CommandResult(output: [], ending: ending), blotter: blotter)
        }
        return try scan.places().map {
            SecretLocation(part: $0.part, commit: $0.commit, path: blotter.blotting($0.path))
        }
    }
}
