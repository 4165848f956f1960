package import Domain

extension GitWorkspace {
    /// The longest patch that is kept whole.
    package static let patchLimit = 32 << 20

    /// What the branch changed, as it was taken over.
    package func diff(
        of branch: BranchName, since base: String, patchLimit: Int = patchLimit
    ) async throws -> SessionChanges {
        let arguments = ["--no-ext-diff", "--no-textconv", "--find-renames", base, "refs/heads/\(branch)", "--"]
        let numbers = try await git.run(
            ["diff", "--numstat", "-z"] + arguments, in: .repository, outputLimit: patchLimit)
        let patch = try await git.run(
            ["diff", "--patch", "--binary", "--full-index"] + arguments, in: .repository, outputLimit: patchLimit + 1)
        return SessionChanges(
            files: ChangedFile.list(fromNumstat: numbers.output), patch: Array(patch.output.prefix(patchLimit)),
            isCut: patch.output.count > patchLimit)
    }
}
