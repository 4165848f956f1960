extension ProcessHost {
    /// Runs an agent while `body` runs. Every process it started is gone when this returns or throws.
    ///
    /// - Parameters:
    ///   - secrets: texts to redact from its output.
    ///   - outputPath: see `withProcess`.
    /// - Throws: `SandboxError` when it cannot be started, and the errors of `body`.
    package func withAgent<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        secrets: [String] = [],
        outputPath: String? = nil,
        _ body: (AgentProcess) async throws -> Value
    ) async throws -> (value: Value, ending: AgentEnding) {
        let redactor = SecretRedactor(secrets)
        let (value, ending) = try await withProcess(command, in: profile, outputPath: outputPath) { process in
            try await body(AgentProcess(process, redactor: redactor))
        }
        return (value, AgentEnding(ending, redactor: redactor))
    }
}
