import Domain
import Foundation
import RunnerLink
import Sandbox
import Synchronization
import Threads

/// A process on a runner. Its output arrives in a file, as that of a process on this machine.
final class RemoteProcess: ControlledProcess {
    private struct State {
        /// Number of bytes received.
        var received = 0
        /// Number of bytes that were read from the file.
        var read = 0
        var ending: RunnerEnding?
        var isInputFinished = false
    }

    /// How much unread output may lie in the file before the runner is asked to wait, in bytes.
    private static let backlog = 8 << 20
    private static let pause = 250
    /// Output beyond its limit that is still taken, in bytes: the runner ends the process a moment later.
    private static let excess = 1 << 20

    let number: Int
    /// The network of the process; `nil` without any.
    let relay: SandboxRelay?
    let onPause: (@Sendable (Bool) async -> Void)?
    private let limits: SandboxLimits
    private let lease: RunnerLease
    private let file: OutputFile
    /// Appends one piece at a time.
    private let turn = AsyncSemaphore(1)
    private let state = Mutex(State())

    init(_ number: Int, in profile: SandboxProfile, of lease: RunnerLease, outputPath: String) throws {
        self.number = number
        self.lease = lease
        if case .relayed(let relay) = profile.network { self.relay = relay } else { relay = nil }
        onPause = profile.onPause
        limits = profile.limits
        file = try OutputFile(path: outputPath)
    }

    var hasEnded: Bool { state.withLock { $0.ending != nil } }
    /// How the runner says that it ended; `nil` until then.
    var reported: RunnerEnding? { state.withLock(\.ending) }

    // MARK: - From the runner

    func append(_ bytes: [UInt8], at offset: Int) async throws -> RunnerOutputAnswer {
        try await turn.acquire()
        defer { turn.release() }
        let (received, isEnded) = state.withLock { ($0.received, $0.ending != nil) }
        guard !isEnded, !lease.isOver else { throw DomainError.leaseOver }
        guard offset == received else { return RunnerOutputAnswer(next: received, waitMilliseconds: 0) }
        guard received + bytes.count <= limits.outputBytes + Self.excess else {
            throw DomainError.invalid("The process printed more than it may.")
        }
        try await file.append(bytes)
        let unread = state.withLock { state in
            state.received += bytes.count
            return state.received - state.read
        }
        return RunnerOutputAnswer(
            next: received + bytes.count, waitMilliseconds: unread > Self.backlog ? Self.pause : 0)
    }

    func end(_ ending: RunnerEnding) throws {
        guard ending.errors.count <= RunnerEnding.errorLimit, (ending.failure?.utf8.count ?? 0) <= 4096 else {
            throw DomainError.invalid("The report of the process's end is too long.")
        }
        state.withLock { $0.ending = $0.ending ?? ending }
        endOutput()
    }

    /// No more output comes.
    func endOutput() {
        file.end()
    }

    // MARK: - For the run's worker

    func output() async -> [UInt8] {
        guard state.withLock(\.read) < limits.outputBytes else { return [] }
        let piece = await file.next()
        state.withLock { $0.read += piece.count }
        return piece
    }

    /// Returns when the runner has the bytes, which it then writes in order.
    func write(_ bytes: [UInt8]) async throws(SystemCallError) {
        guard !hasEnded, !state.withLock(\.isInputFinished), let order = lease.order(.input(Data(bytes))) else {
            throw .brokenPipe
        }
        do {
            try await lease.wait { hasEnded || lease.hasAcknowledged(order) }
        } catch {
            throw .brokenPipe
        }
        if hasEnded { throw .brokenPipe }
    }

    func finishInput() {
        let isFirst = state.withLock { state in
            defer { state.isInputFinished = true }
            return !state.isInputFinished
        }
        if isFirst { order(.finishInput) }
    }

    func interrupt() {
        order(.interrupt)
    }

    func setTime(isCounted: Bool) {
        order(.countTime(isCounted))
    }

    func stop(within grace: Duration) async {
        order(.stop(graceSeconds: Int(grace.components.seconds)))
        _ = await ending()
    }

    func kill() {
        order(.kill)
    }

    private func order(_ action: RunnerOrder.Action) {
        if !hasEnded { lease.order(action) }
    }

    /// Returns when the process has ended, the runner is lost, or the task is cancelled.
    func ending() async -> ProcessEnding {
        try? await lease.wait { hasEnded }
        return reported.map { ProcessEnding($0, limits) } ?? ProcessEnding(status: .signalled(9))
    }
}

extension ProcessEnding {
    fileprivate init(_ ending: RunnerEnding, _ limits: SandboxLimits) {
        let breach: LimitBreach? =
            switch ending.breach {
            case nil: nil
            case .duration: .duration(limits.duration)
            case .output: .output(bytes: limits.outputBytes)
            case .processes: .processes(limits.processes)
            case .memory: .memory(bytes: limits.memoryBytes)
            case .disk: .disk(bytes: limits.diskBytes)
            case .files: .files(limits.files)
            case .hiddenFiles: .hiddenFiles
            }
        self.init(
            status: ending.signal.map(ProcessExit.signalled) ?? .exited(ending.code ?? 1), breach: breach,
            errorBytes: Array(ending.errors))
    }
}
