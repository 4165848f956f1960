package import Domain

extension GitWorkspace {
    /// Maximum size of a stored patch, in bytes; longer ones are cut.
    package static let patchLimit = 32 << 20

    /// The changes on the branch, as copied by `collectWork`.
    package func diff(
        of branch: BranchName, since base: String, patchLimit: Int = patchLimit
    ) async throws -> SessionChanges {
        let arguments = ["--no-ext-diff", "--no-textconv", "--find-renames", base, "refs/heads/\(branch)", "--"]
        let numbers = try await git.run(
            ["diff", "--numstat", "-z"] + arguments, in: .repository, outputLimit: patchLimit)
        let patch = try await patch(arguments, upTo: patchLimit + 1)
        return SessionChanges(
            files: ChangedFile.list(fromNumstat: numbers.output), patch: Array(patch.prefix(patchLimit)),
            isCut: patch.count > patchLimit)
    }

    /// Reads at most `limit` bytes: an agent's commits may have any size.
    private func patch(_ arguments: [String], upTo limit: Int) async throws -> [UInt8] {
        let command = ["git", "diff", "--patch", "--binary", "--full-index"] + arguments
        let (patch, ending) = try await git.sandbox.withProcess(command, in: git.profile(in: .repository)) { process in
            process.finishInput()
            var patch: [UInt8] = []
            while patch.count < limit, case let piece = await process.output(), !piece.isEmpty {
                patch += piece.prefix(limit - patch.count)
            }
            if patch.count < limit { _ = await process.ending() }
            return patch
        }
        guard patch.count == limit || ending.isSuccess else {
            throw GitError(operation: "diff", result: CommandResult(output: [], ending: ending))
        }
        return patch
    }
}
