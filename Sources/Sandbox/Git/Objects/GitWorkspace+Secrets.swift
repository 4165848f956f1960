package import Domain
import Threads

extension GitWorkspace {
    /// The threads for searching, which also limit how many pushes are searched at once.
    private static let threads = WorkerThreads(count: 2)

    /// Searches everything that a push of the branch would send for secrets: each commit's header and message, each
    /// name, and each file of each commit, including compressed content. The caller checks the branch's name.
    ///
    /// - Parameter base: a commit that the remote has; `nil` searches the branch's whole history.
    /// - Returns: the first locations, at most one per file.
    /// - Throws: `GitError`, `CancellationError`.
    package func secrets(
        _ redactor: SecretRedactor, in branch: BranchName, since base: String?
    ) async throws -> [SecretLocation] {
        try await secrets(redactor, in: "refs/heads/\(branch)", since: base)
    }

    func secrets(_ redactor: SecretRedactor, in reference: String, since base: String?) async throws -> [SecretLocation]
    {
        guard !redactor.patterns.isEmpty else { return [] }
        let script = #"""
            git rev-list --objects --in-commit-order "$@" >"$HOME/objects" &&
            git cat-file --buffer --batch='%(objectname) %(objecttype) %(objectsize) %(rest)' <"$HOME/objects"
            """#
        var profile = git.profile(in: .repository)
        // The content of all pushed objects passes through this output.
        profile.limits.outputBytes = .max
        let scan = ObjectScan(redactor.patterns)
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
            throw GitError(operation: "cat-file", result: CommandResult(output: [], ending: ending), redactor: redactor)
        }
        return try scan.places().map {
            SecretLocation(part: $0.part, commit: $0.commit, path: redactor.redacting($0.path))
        }
    }
}
