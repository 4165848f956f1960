import Domain

extension Git {
    /// Runs git and reports its progress.
    ///
    /// - Returns: the result; its output is everything printed besides progress.
    func attempt(
        _ arguments: [String], in place: Place, remote: GitRemote, credential: GitCredential?,
        progress: @escaping @Sendable (GitProgress) async -> Void
    ) async throws -> CommandResult {
        // Git prints progress on standard error.
        let command = ["sh", "-c", #"exec git "$@" 2>&1"#, "sh"] + arguments
        let profile = profile(in: place, remote: remote, credential: credential)
        let (said, ending) = try await sandbox.withProcess(command, in: profile) { process in
            process.finishInput()
            var reader = GitProgressReader()
            while case let piece = await process.output(), !piece.isEmpty {
                for update in reader.read(piece) { await progress(update) }
            }
            _ = await process.ending()
            return reader.said
        }
        return CommandResult(output: Array(said.utf8), ending: ending)
    }
}
