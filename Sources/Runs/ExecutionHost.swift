import Sandbox

/// The machine that runs the processes a run's agent controls: the agent itself and the setup script.
///
/// Everything that needs the database, a repository or a credential stays on the server, in a sandbox of its own.
protocol ExecutionHost: ProcessHost {
    /// The operator's environment variables for agents on this machine.
    var variables: [String: String] { get }

    /// The directories of a profile as commands on this machine see them.
    func paths(of profile: SandboxProfile) -> SandboxPaths

    /// Call this when files were added to the attachments of a profile: the next input of its process may name them.
    func attachmentsChanged(of profile: SandboxProfile) async throws

    /// Brings the files of a profile here as they are now, while its process runs. Call this before an answer is stored:
    /// when the machine is lost later, the work that the answer tells of is not.
    ///
    /// - Throws: `RunnerLost`.
    func checkpoint(of profile: SandboxProfile) async throws
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

    // The files are always here.
    func attachmentsChanged(of profile: SandboxProfile) {}
    func checkpoint(of profile: SandboxProfile) {}

    func withProcess<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        outputPath: String?,
        _ body: (any ControlledProcess) async throws -> Value
    ) async throws -> (value: Value, ending: ProcessEnding) {
        try await sandbox.withProcess(command, in: profile, outputPath: outputPath, body)
    }
}
