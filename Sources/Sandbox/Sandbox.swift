package import Disk

/// Runs untrusted commands on this machine.
package struct Sandbox: ProcessHost {
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

    package func withProcess<Value: Sendable>(
        _ command: [String],
        in profile: SandboxProfile,
        outputPath: String?,
        _ body: (any ControlledProcess) async throws -> Value
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

    private static func result<Value: Sendable>(
        of body: (any ControlledProcess) async throws -> Value, with process: SandboxedProcess
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
