extension Sandbox {
    /// Runs an agent for as long as `body` does. Whatever it started is gone when this returns or throws.
    ///
    /// - Parameters:
    ///   - secrets: blotted out in all that it prints.
    ///   - outputPath: see `withProcess`.
    /// - Throws: `SandboxError` when it can't be started, and what `body` throws.
    package func withAgent<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        secrets: [String] = [],
        outputPath: String? = nil,
        _ body: (AgentProcess) async throws -> Value
    ) async throws -> (value: Value, ending: AgentEnding) {
        let blotter = SecretBlotter(secrets)
        let (value, ending) = try await withProcess(command, in: profile, outputPath: outputPath) { process in
            try await body(AgentProcess(process, blotter: blotter))
        }
        return (value, AgentEnding(ending, blotter: blotter))
    }
}
