import Sandbox

/// The machine that runs the processes a run's agent controls: the agent itself and the setup script.
///
/// Everything that needs the database, a repository or a credential stays on the server, in a sandbox of its own.
protocol ExecutionHost: ProcessHost {
    /// The operator's environment variables for agents on this machine.
    var variables: [String: String] { get }

    /// The directories of a profile as commands on this machine see them.
    func paths(of profile: SandboxProfile) -> SandboxPaths
}

/// The server's own machine.
struct LocalHost: ExecutionHost {
    private let sandbox: Sandbox
    let variables: [String: String]

    init(_ sandbox: Sandbox, _ configuration: RunConfiguration) {
        self.sandbox = sandbox
        variables = configuration.agent.variables.merging(configuration.variables) { $1 }
    }

    func paths(of profile: SandboxProfile) -> SandboxPaths {
        sandbox.isolation.paths(of: profile)
    }

    func withProcess<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        outputPath: String?,
        _ body: (any ControlledProcess) async throws -> Value
    ) async throws -> (value: Value, ending: ProcessEnding) {
        try await sandbox.withProcess(command, in: profile, outputPath: outputPath, body)
    }
}
