import Disk
import Glibc
import Synchronization

/// A command running in a sandbox of this machine. If its output is a pipe, the command blocks while nobody reads it.
final class SandboxedProcess: ControlledProcess {
    /// The number of bytes of standard error to keep, from its end.
    static let errorLimit = 65_536

    private let started: StartedProcess
    private let contained: ContainedProcess
    /// Listening sockets in the sandbox's network.
    private let sockets: [Descriptor]
    private let profile: SandboxProfile
    private let exit: Task<ProcessExit, Never>
    private let outputFile: FileTail?
    private let space: DiskSpace
    private let clock = WorkClock()
    private let state: Mutex<State>

    private struct State {
        /// Number of bytes read from its pipes; for an output file, the watchdog checks the size.
        var printed = 0
        /// Number of bytes read from its output file.
        var read = 0
        var breach: LimitBreach?
        var hasEnded = false
        var errors = TextTail(limit: errorLimit)
    }

    init(
        _ command: [String], in profile: SandboxProfile, outputPath: String?, sandbox: Sandbox
    ) async throws {
        let file = try outputPath.map { try Descriptor.appending(toFileAt: $0) }
        let started = try await sandbox.start(command, in: profile, output: file?.writing)
        let (contained, sockets) = try await started.contained(processes: profile.limits.processes)
        self.started = started
        self.contained = contained
        self.sockets = sockets
        self.profile = profile
        space = sandbox.space
        state = Mutex(State())
        let tail = file.map { FileTail($0.reading) }
        outputFile = tail
        exit = Task.detached {
            defer { tail?.end() }
            return await contained.waitForEnd()
        }
    }

    func output() async -> [UInt8] {
        guard let outputFile else {
            let piece = await started.output.next()
            count(piece)
            return piece
        }
        guard state.withLock(\.read) < profile.limits.outputBytes else { return [] }
        let piece = await outputFile.next()
        state.withLock { $0.read += piece.count }
        return piece
    }

    func write(_ bytes: [UInt8]) async throws(SystemCallError) {
        try await started.input.write(bytes)
    }

    func finishInput() {
        started.input.finish()
    }

    func interrupt() {
        guard !state.withLock(\.hasEnded) else { return }
        contained.interrupt()
    }

    func setTime(isCounted: Bool) {
        clock.set(isStopped: !isCounted)
    }

    func stop(within grace: Duration) async {
        interrupt()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [exit] in _ = await exit.value }
            group.addTask { try? await Task.sleep(for: grace) }
            await group.next()
            kill()
            group.cancelAll()
        }
    }

    func kill() {
        contained.kill()
    }

    func ending() async -> ProcessEnding {
        let status = await exit.value
        // Another command starting at this moment may have inherited the pipe; without this, writes to it would succeed
        // unread.
        started.input.finish()
        return state.withLock { state in
            state.hasEnded = true
            return ProcessEnding(status: status, breach: state.breach, errorBytes: Array(state.errors.end))
        }
    }

    /// Reads standard error to its end and keeps the last part.
    func collectErrors() async {
        while case let piece = await started.errors.next(), !piece.isEmpty {
            count(piece)
            state.withLock { $0.errors.append(piece) }
        }
    }

    /// Serves the sandbox's network connections until cancelled.
    func serveNetwork() async {
        guard let relay = started.relay else { return }
        let copies = sockets.map { fcntl($0.number, F_DUPFD_CLOEXEC, 0) }
        guard copies.allSatisfy({ $0 >= 0 }) else {
            for copy in copies where copy >= 0 { close(copy) }
            return kill()
        }
        await relay.serve(copies)
    }

    /// Kills the command once it exceeds a limit.
    func watch() async {
        let watchdog = Watchdog(
            process: contained.number, directories: [profile.workspace, profile.home], limits: profile.limits,
            space: space, output: outputFile, clock: clock, onPause: profile.onPause)
        if let breach = await watchdog.firstBreach() { end(for: breach) }
    }

    private func count(_ piece: [UInt8]) {
        let isTooMuch = state.withLock { state in
            state.printed += piece.count
            return state.printed > profile.limits.outputBytes
        }
        if isTooMuch { end(for: .output(bytes: profile.limits.outputBytes)) }
    }

    private func end(for breach: LimitBreach) {
        state.withLock { $0.breach = $0.breach ?? breach }
        kill()
    }
}
