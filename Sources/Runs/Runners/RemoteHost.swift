import RunnerLink
import Sandbox
import Threads

/// A runner, for the run that it has leased.
struct RemoteHost: ExecutionHost {
    let lease: RunnerLease
    /// The path of the agent's program on the server.
    let agent: String
    let variables: [String: String]

    init(_ lease: RunnerLease, _ configuration: RunConfiguration) {
        self.lease = lease
        agent = configuration.agent.arguments.first ?? ""
        variables = configuration.agent.variables.merging(
            configuration.sendsVariables ? configuration.variables : [:]
        ) { $1 }
    }

    /// Runners always isolate their commands.
    func paths(of profile: SandboxProfile) -> SandboxPaths {
        Isolation.bubblewrap(path: "").paths(of: profile)
    }

    func attachmentsChanged(of profile: SandboxProfile) async throws {
        try await lease.archives.pack(.attachments, of: profile)
        lease.order(.takeAttachments)
    }

    /// Waits until the runner has returned its files, so that what the agent says next is true of the files here.
    func checkpoint(of profile: SandboxProfile) async throws {
        let number = lease.orderCheckpoint()
        // A process that ended meanwhile has returned its files too.
        try await lease.wait { lease.hasFinished(checkpoint: number) || lease.process?.hasEnded == true }
        try await lease.archives.takeBack(into: profile)
    }

    func withProcess<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        outputPath: String?,
        _ body: (any ControlledProcess) async throws -> Value
    ) async throws -> (value: Value, ending: ProcessEnding) {
        for files in RunnerFiles.allCases { try await lease.archives.pack(files, of: profile) }
        try lease.archives.run.setAway(true)
        let process = try lease.start { number in
            (
                try RemoteProcess(
                    number, in: profile, of: lease, outputPath: outputPath ?? lease.archives.outputPath(of: number)),
                self.command(command, process: number, in: profile)
            )
        }
        let value = await Self.result(of: body, with: process)
        process.kill()
        let ending = await process.ending()
        try Task.checkCancellation()
        if let lost = lease.lost { throw lost }
        try await lease.archives.takeBack(into: profile)
        if let failure = process.reported?.failure { throw RunFailure(runner: failure) }
        try lease.archives.run.setAway(false)
        if process.reported?.isGivenBack == true { throw RunnerLost.stopping }
        return (try value.get(), ending)
    }

    private func command(_ command: [String], process: Int, in profile: SandboxProfile) -> RunnerCommand {
        let name = command.first ?? ""
        return RunnerCommand(
            process: process, program: name == agent ? .agent(path: name) : .named(name),
            arguments: Array(command.dropFirst()), environment: profile.environment,
            limits: RunnerLimits(profile.limits))
    }

    /// Serves what the process needs here while `body` runs.
    private static func result<Value: Sendable>(
        of body: (any ControlledProcess) async throws -> Value, with process: RemoteProcess
    ) async -> Result<Value, any Error> {
        await withTaskGroup(of: Void.self) { group in
            // Without sockets, this only stores what the proxy refused.
            group.addTask { await process.relay?.serve([]) }
            defer { group.cancelAll() }
            return await withTaskCancellationHandler {
                do {
                    return .success(try await body(process))
                } catch {
                    return .failure(error)
                }
            } onCancel: {
                process.kill()
            }
        }
    }
}

extension RunnerLimits {
    fileprivate init(_ limits: SandboxLimits) {
        self.init(
            milliseconds: Int(limits.duration / .milliseconds(1)), outputBytes: limits.outputBytes,
            processes: limits.processes, memoryBytes: limits.memoryBytes, diskBytes: limits.diskBytes,
            files: limits.files, temporaryBytes: limits.temporaryBytes, niceness: limits.niceness)
    }
}
