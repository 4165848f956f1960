package import Disk

/// Runs untrusted commands.
package struct Sandbox: Sendable {
    package let isolation: Isolation
    let lock: SandboxLock?
    let space: DiskSpace

    /// - Parameters:
    ///   - lock: held until the last command and all its processes have ended.
    ///   - space: measures free disk space; commands pause when there is too little.
    package init(_ isolation: Isolation, holding lock: SandboxLock? = nil, space: DiskSpace = .system) {
        self.isolation = isolation
        self.lock = lock
        self.space = space
    }

    /// Runs a command while `body` runs. Every process it started is gone when this returns or throws.
    ///
    /// - Parameter outputPath: a file for its standard output, appended to and read from, so that unread output
    ///   survives the end of this process. Without one, the output is a pipe: the command blocks while nobody reads.
    /// - Throws: `SandboxError` when it cannot be started, and the errors of `body`.
    package func withProcess<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        outputPath: String? = nil,
        _ body: (SandboxedProcess) async throws -> Value
    ) async throws -> (value: Value, ending: ProcessEnding) {
        let process = try await SandboxedProcess(command, in: profile, outputPath: outputPath, sandbox: self)
        let value = await withTaskGroup(of: Void.self) { group in
            group.addTask { await process.watch() }
            group.addTask { await process.serveNetwork() }
            async let errors: Void = process.collectErrors()
            let value = await Self.result(of: body, with: process)
            process.kill()
            _ = await process.ending()
            await errors
            group.cancelAll()
            return value
        }
        return (try value.get(), await process.ending())
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

    private static func result<Value: Sendable>(
        of body: (SandboxedProcess) async throws -> Value, with process: SandboxedProcess
    ) async -> Result<Value, any Error> {
        await withTaskCancellationHandler {
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
