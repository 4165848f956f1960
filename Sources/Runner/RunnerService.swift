import Domain
import Foundation
package import Logging
import RunnerLink
import Sandbox
import ServiceLifecycle
import Synchronization

/// Works on the runs of a server on another machine, one at a time. It has neither a database nor a credential of a git
/// host: what agents change returns to the server, which saves and publishes it.
package struct RunnerService: Service, CustomStringConvertible {
    /// Pause after a failed claim; it doubles from the first to the last.
    private static let shortestPause: Duration = .milliseconds(500)
    private static let longestPause: Duration = .seconds(30)

    /// How long processes of an earlier runner may take to end.
    private static let longestWait: Duration = .seconds(10)

    private let configuration: RunnerConfiguration
    private let logger: Logger
    private let state = RunnerState()

    package var description: String { "RunnerService" }

    package init(_ configuration: RunnerConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Works until graceful shutdown, which gives back the run that is under way, or until the end of one run.
    ///
    /// - Throws: `RunnerError` when the server refuses the runner, and `SandboxError` when no sandbox works here.
    package func run() async throws {
        try PrivateDirectory.create(at: configuration.runs)
        let lock = try await lock()
        try await removeLeftovers()
        let isolation = try await Isolation.findingBubblewrap(
            in: configuration.searchPath, directory: configuration.runs)
        for caution in isolation.cautions { logger.warning("\(caution)") }
        let sandbox = Sandbox(isolation, holding: lock, space: configuration.space)
        let server = try RunnerServer(configuration)
        let result = await withGracefulShutdownHandler {
            await Self.result { try await takeRuns(sandbox, server) }
        } onGracefulShutdown: { [state] in
            state.drain()
        }
        await server.shutDown()
        try result.get()
    }

    /// Waits a moment for the processes of an earlier runner, which was killed.
    ///
    /// - Throws: `RunnerError.directoryInUse` when they don't end.
    private func lock() async throws -> SandboxLock {
        let end = ContinuousClock.now + Self.longestWait
        while true {
            if let lock = try SandboxLock(path: "\(configuration.directory)/lock") { return lock }
            guard .now < end else { throw RunnerError.directoryInUse(configuration.directory) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private static func result(_ work: () async throws -> Void) async -> Result<Void, any Error> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }

    private func takeRuns(_ sandbox: Sandbox, _ server: RunnerServer) async throws {
        let start = ContinuousClock.now
        var pause = Self.shortestPause
        logger.info("the runner waits for runs", metadata: ["server": "\(configuration.server.text)"])
        while !state.isDraining, !Task.isCancelled {
            do {
                let claimedAt = ContinuousClock.now
                guard let assignment = try await state.interruptible({ try await claim(server) }) else {
                    if configuration.isOnce, let limit = configuration.idleTimeout, .now - start >= limit {
                        return logger.info("no run came in time")
                    }
                    // A server that is stopping answers at once.
                    if .now - claimedAt < .seconds(1) { await state.sleep(for: pause) }
                    continue
                }
                pause = Self.shortestPause
                try await work(on: assignment, sandbox, server)
                if configuration.isOnce { return }
            } catch RunnerError.unavailable(let reason) {
                logger.warning("the server can't be reached", metadata: ["reason": "\(reason)"])
                if configuration.isOnce, let limit = configuration.idleTimeout, .now - start >= limit {
                    throw RunnerError.unavailable(reason)
                }
                await state.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private func claim(_ server: RunnerServer) async throws -> RunnerAssignment? {
        try await server.claim(RunnerClaim(version: ServiceVersion.current, labels: configuration.labels))
    }

    private func work(
        on assignment: RunnerAssignment, _ sandbox: Sandbox, _ server: RunnerServer
    ) async throws {
        // It becomes a part of a path.
        guard (1...64).contains(assignment.lease.utf8.count),
            assignment.lease.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { throw RunnerError.refused("Its lease has an unusable name.") }
        var logger = logger
        logger[metadataKey: "session"] = "\(assignment.session)"
        let run = LeasedRun(assignment, sandbox: sandbox, server: server, configuration, logger: logger)
        logger.info("run starts")
        state.begin(run)
        defer { state.end() }
        do {
            try await run.work()
            logger.info("run ends")
        } catch RunnerError.leaseOver {
            logger.notice("the run was dropped, because its lease is over")
        } catch RunnerError.tokenRefused(let detail) {
            throw RunnerError.tokenRefused(detail)
        } catch {
            try Task.checkCancellation()
            logger.error("the run was dropped", metadata: ["error": "\(error)"])
            // If this fails too, the lease ends by itself.
            try? await server.giveBack(assignment.lease)
            await state.sleep(for: Self.shortestPause)
        }
    }

    /// Removes the files of runs that an earlier runner left behind when it was killed.
    private func removeLeftovers() async throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: configuration.runs) {
            try await RunDirectory(path: "\(configuration.runs)/\(name)").remove()
        }
    }
}

/// What a runner is doing, for the signal to stop.
private final class RunnerState: Sendable {
    private struct State {
        var isDraining = false
        var run: LeasedRun?
        /// The wait for a run.
        var wait: Task<RunnerAssignment?, any Error>?
        var pause: Task<Void, any Error>?
    }

    private let state = Mutex(State())

    var isDraining: Bool { state.withLock(\.isDraining) }

    /// Takes no new run, and gives back the one that is under way.
    func drain() {
        let (run, wait, pause) = state.withLock { state in
            state.isDraining = true
            return (state.run, state.wait, state.pause)
        }
        run?.drain()
        wait?.cancel()
        pause?.cancel()
    }

    func begin(_ run: LeasedRun) {
        let isDraining = state.withLock { state in
            state.run = run
            return state.isDraining
        }
        if isDraining { run.drain() }
    }

    func end() {
        state.withLock { $0.run = nil }
    }

    /// - Returns: `nil` also when the runner is to stop.
    func interruptible(
        _ work: @escaping @Sendable () async throws -> RunnerAssignment?
    ) async throws -> RunnerAssignment? {
        let task = Task { try await work() }
        let isDraining = state.withLock { state in
            state.wait = task
            return state.isDraining
        }
        if isDraining { task.cancel() }
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch {
            guard self.isDraining else { throw error }
            return nil
        }
    }

    func sleep(for duration: Duration) async {
        let task = Task { try await Task.sleep(for: duration) }
        let isDraining = state.withLock { state in
            state.pause = task
            return state.isDraining
        }
        if isDraining { task.cancel() }
        try? await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
