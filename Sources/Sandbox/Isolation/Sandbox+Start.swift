extension Sandbox {
    /// - Parameter output: the file for its standard output; `nil` for a pipe.
    func start(
        _ command: [String], in profile: SandboxProfile, output: Descriptor? = nil
    ) async throws -> StartedProcess {
        switch isolation {
        case .bubblewrap(let path): try await start(command, in: profile, output: output, bubblewrap: path)
        case .none: try await startUnisolated(command, in: profile, output: output)
        }
    }

    private func start(
        _ command: [String], in profile: SandboxProfile, output: Descriptor?, bubblewrap: String
    ) async throws -> StartedProcess {
        let user = SandboxUser(for: profile)
        let arguments = BubblewrapArguments(
            for: profile, paths: isolation.paths(of: profile), environment: isolation.environment(of: profile),
            user: user)
        let gate = try Descriptor.pipe()
        let further = [
            gate.reading, try Descriptor.memory(holding: arguments.bytes),
            try Descriptor.memory(holding: Array(BubblewrapArguments.users.utf8)),
            try Descriptor.memory(holding: Array(BubblewrapArguments.groups.utf8)),
            try Descriptor.memory(holding: Self.filter.get()),
        ]
        var started = try await start(output: output, further: further) { descriptors in
            Launch(
                path: bubblewrap, arguments: ["--args", "\(BubblewrapArguments.Descriptor.arguments)", "--"] + command,
                environment: [:], directory: "/", descriptors: descriptors, limits: profile.limits, user: user,
                isReported: false,
                // The command's side holds both ends of the gate, so that the gate stays closed if this process ends
                // before opening it.
                held: [gate.writing] + [lock?.file].compactMap(\.self))
        }
        started.gate = gate.writing
        started.user = user
        if case .relayed(let relay) = profile.network { started.relay = relay }
        return started
    }

    /// The same filter for all commands, created once.
    private static let filter = Result { () throws(SystemCallError) in try SystemCallFilter.program() }

    private func startUnisolated(
        _ command: [String], in profile: SandboxProfile, output: Descriptor?
    ) async throws -> StartedProcess {
        let environment = isolation.environment(of: profile)
        let name = command.first ?? ""
        guard let path = ProgramSearch.path(of: name, in: environment["PATH"] ?? "") else {
            throw SandboxError.noSuchCommand(name)
        }
        return try await start(output: output, further: []) { descriptors in
            Launch(
                path: path, arguments: Array(command.dropFirst()), environment: environment,
                directory: profile.workspace, descriptors: descriptors, limits: profile.limits, user: nil,
                isReported: true, held: [lock?.file].compactMap(\.self))
        }
    }

    /// - Parameter further: descriptors to pass after the standard ones and the one for the report.
    private func start(
        output file: Descriptor?, further: [Descriptor], _ launch: ([Descriptor]) -> Launch
    ) async throws -> StartedProcess {
        let (input, output, errors) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
        let report = try Descriptor.pipe()
        let supervisor = try await launch(
            [input.reading, file ?? output.writing, errors.writing, report.writing] + further
        )
        .start()
        return StartedProcess(
            supervisor: supervisor, input: PipeWriter(input.writing),
            output: PipeReader(output.reading), errors: PipeReader(errors.reading), report: PipeReader(report.reading))
    }
}
