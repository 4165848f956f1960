import Disk
import Glibc
import Synchronization

/// A command that runs in a sandbox.
package final class SandboxedProcess: Sendable {
    /// How much of the end of standard error is kept.
    static let errorLimit = 65_536

    private let started: StartedProcess
    private let contained: ContainedProcess
    /// In its network.
    private let sockets: [Descriptor]
    private let profile: SandboxProfile
    private let exit: Task<ProcessExit, Never>
    private let outputFile: FileTail?
    private let space: DiskSpace
    private let clock = WorkClock()
    private let state: Mutex<State>

    private struct State {
        /// What was read of its pipes; the watchdog sees to the size of a file.
        var printed = 0
        /// What was read of its file.
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

    /// - Returns: what it printed next on standard output; nothing at the end, or after as much as it may print. Where
    ///   that is a pipe it waits while nobody asks.
    package func output() async -> [UInt8] {
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

    /// Waits until the command took it all.
    package func write(_ bytes: [UInt8]) async throws(SystemCallError) {
        try await started.input.write(bytes)
    }

    /// Ends its standard input.
    package func finishInput() {
        started.input.finish()
    }

    /// Asks it to end what it is doing, as Ctrl-C does.
    package func interrupt() {
        guard !state.withLock(\.hasEnded) else { return }
        contained.interrupt()
    }

    /// Has its time count, or not: while it waits for people it isn't at work.
    package func setTime(isCounted: Bool) {
        clock.set(isStopped: !isCounted)
    }

    /// Interrupts it, and ends it with everything it started unless it does so itself in time.
    package func stop(within grace: Duration = .seconds(10)) async {
        interrupt()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [exit] in _ = await exit.value }
            group.addTask { try? await Task.sleep(for: grace) }
            await group.next()
            kill()
            group.cancelAll()
        }
    }

    /// Ends it and everything it started at once.
    package func kill() {
        contained.kill()
    }

    /// Returns when it and everything it started have ended.
    package func ending() async -> ProcessEnding {
        let status = await exit.value
        // Another command that is starting this moment may hold the pipe open, and take in what nobody reads.
        started.input.finish()
        return state.withLock { state in
            state.hasEnded = true
            return ProcessEnding(status: status, breach: state.breach, errorBytes: Array(state.errors.end))
        }
    }

    /// Keeps the end of standard error until there is no more.
    func collectErrors() async {
        while case let piece = await started.errors.next(), !piece.isEmpty {
            count(piece)
            state.withLock { $0.errors.append(piece) }
        }
    }

    /// Has what it connects to answer, until this is cancelled.
    func serveNetwork() async {
        guard let relay = started.relay else { return }
        let copies = sockets.map { fcntl($0.number, F_DUPFD_CLOEXEC, 0) }
        guard copies.allSatisfy({ $0 >= 0 }) else {
            for copy in copies where copy >= 0 { close(copy) }
            return kill()
        }
        await relay.serve(copies)
    }

    /// Ends it once it uses too much.
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
