/// A place where commands run: this machine's sandbox, or another machine's.
package protocol ProcessHost: Sendable {
    /// Runs a command while `body` runs. Every process it started is gone when this returns or throws.
    ///
    /// - Parameter outputPath: a file on this machine for its standard output, appended to and read from, so that unread
    ///   output survives the end of this process. Without one, the command may block while nobody reads its output.
    /// - Throws: `SandboxError` when it cannot be started, and the errors of `body`.
    func withProcess<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        outputPath: String?,
        _ body: (any ControlledProcess) async throws -> Value
    ) async throws -> (value: Value, ending: ProcessEnding)
}

extension ProcessHost {
    /// Runs a command without an output file; see `withProcess(_:in:outputPath:_:)`.
    package func withProcess<Value: Sendable>(
        _ command: [String], in profile: SandboxProfile, _ body: (any ControlledProcess) async throws -> Value
    ) async throws -> (value: Value, ending: ProcessEnding) {
        try await withProcess(command, in: profile, outputPath: nil, body)
    }

    /// Runs a command to its end, with empty input.
    ///
    /// - Parameter outputLimit: the number of bytes of standard output to return; the rest is read and dropped.
    package func run(
        _ command: [String], in profile: SandboxProfile, outputLimit: Int = 1 << 20
    ) async throws -> CommandResult {
        let (output, ending) = try await withProcess(command, in: profile) { process in
            process.finishInput()
            var output: [UInt8] = []
            while case let piece = await process.output(), !piece.isEmpty {
                output += piece.prefix(outputLimit - output.count)
            }
            _ = await process.ending()
            return output
        }
        return CommandResult(output: output, ending: ending)
    }
}
