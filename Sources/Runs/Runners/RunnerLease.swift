import Domain
import RunnerLink
import Sandbox
import Storage
import Synchronization
import Threads

/// A run that a runner works on, from the claim until the work is returned, or the runner is lost.
///
/// The lease lives in memory only: when the server restarts, all leases are over, and their runs are queued again. Its id
/// is random and never used twice, so that a runner that comes back late is refused and can change nothing.
final class RunnerLease: RunnerLeaseGateway {
    private struct State {
        /// The orders that the runner has not acknowledged.
        var orders: [RunnerOrder] = []
        var lastOrder = 0
        var acknowledged = 0
        var seenAt: ContinuousClock.Instant
        var lost: RunnerLost?
        /// Whether the server needs the runner no longer.
        var isReleased = false
        var processes = 0
        var process: RemoteProcess?
        var lastCheckpoint = 0
        var finishedCheckpoint = 0
    }

    /// Limit of the orders in one answer, in bytes of input; one order may be larger.
    private static let answerSize = 4 << 20
    /// Maximum time of a wait for orders; the runner renews its lease with the next one.
    private static let longestWait: Duration = .milliseconds(7500)

    let id: String
    let runner: RunnerToken
    let scope: RunnerScope
    let archives: RunnerArchives
    /// How long the runner may be silent.
    private let time: Duration
    let archiveLimit: Int
    private let changes = ChangeSignal()
    /// Stores one archive at a time.
    private let turn = AsyncSemaphore(1)
    private let state: Mutex<State>

    /// - Parameters:
    ///   - scope: the runs that the runner may work on.
    ///   - directory: the directory of the run.
    ///   - limit: maximum size of an archive from the runner, in bytes.
    ///   - time: how long the runner may be silent.
    init(
        of runner: RunnerToken, _ scope: RunnerScope, in directory: RunDirectory, sandbox: Sandbox, limit: Int,
        time: Duration
    ) {
        id = RunnerLease.randomID()
        self.runner = runner
        self.scope = scope
        self.time = time
        archiveLimit = limit
        archives = RunnerArchives(of: directory, lease: id, sandbox: sandbox)
        state = Mutex(State(seenAt: .now))
    }

    private static func randomID() -> String {
        String(UInt64.random(in: 0 ... .max), radix: 36) + String(UInt64.random(in: 0 ... .max), radix: 36)
    }

    var lost: RunnerLost? { state.withLock(\.lost) }
    /// Whether nothing more can come of it.
    var isOver: Bool { state.withLock { $0.lost != nil || $0.isReleased } }
    var process: RemoteProcess? { state.withLock(\.process) }

    var isSilent: Bool { state.withLock { .now - $0.seenAt >= time } }

    // MARK: - For the run's worker

    /// Ends the lease because of the runner; nothing of it is taken any more.
    func lose(_ reason: RunnerLost) {
        let process = state.withLock { state -> RemoteProcess? in
            guard state.lost == nil, !state.isReleased else { return nil }
            state.lost = reason
            return state.process.take()
        }
        process?.endOutput()
        changes.signal()
    }

    /// Tells the runner that the run needs it no longer.
    func release() {
        state.withLock { state in
            guard state.lost == nil, !state.isReleased else { return }
            state.lastOrder += 1
            state.orders.append(RunnerOrder(number: state.lastOrder, action: .end))
            state.isReleased = true
            // Each has the other.
            state.process = nil
        }
        changes.signal()
    }

    /// - Returns: the order's number; `nil` when the lease is over.
    @discardableResult
    func order(_ action: RunnerOrder.Action) -> Int? {
        let number = state.withLock { state -> Int? in
            guard state.lost == nil, !state.isReleased else { return nil }
            state.lastOrder += 1
            state.orders.append(RunnerOrder(number: state.lastOrder, action: action))
            return state.lastOrder
        }
        changes.signal()
        return number
    }

    /// Starts the next process.
    func start(_ make: (_ number: Int) throws -> (RemoteProcess, RunnerCommand)) throws -> RemoteProcess {
        let number = state.withLock { state in
            state.processes += 1
            return state.processes
        }
        let (process, command) = try make(number)
        state.withLock { $0.process = process }
        guard order(.start(command)) != nil else { throw lost ?? .silent }
        return process
    }

    /// Orders a checkpoint.
    ///
    /// - Returns: its number.
    func orderCheckpoint() -> Int {
        let number = state.withLock { state in
            state.lastCheckpoint += 1
            return state.lastCheckpoint
        }
        order(.checkpoint(number))
        return number
    }

    func hasFinished(checkpoint number: Int) -> Bool { state.withLock { $0.finishedCheckpoint >= number } }

    func hasAcknowledged(_ order: Int) -> Bool { state.withLock { $0.acknowledged >= order } }

    /// Waits until the condition holds. It is checked after every change of the lease or its process.
    ///
    /// - Throws: `RunnerLost`, and `CancellationError`.
    func wait(until isSo: () -> Bool) async throws {
        var signals = changes.signals().makeAsyncIterator()
        while !isSo() {
            if let lost { throw lost }
            guard await signals.next() != nil else { throw CancellationError() }
        }
    }

    // MARK: - For the runner

    func renew() throws {
        try state.withLock { state in
            guard state.lost == nil, !state.isReleased else { throw DomainError.leaseOver }
            state.seenAt = .now
        }
    }

    func renew(acknowledging order: Int) throws {
        try state.withLock { state in
            guard state.lost == nil else { throw DomainError.leaseOver }
            guard order >= 0, order <= state.lastOrder else {
                throw DomainError.invalid("There is no order \(order).")
            }
            state.seenAt = .now
            state.acknowledged = max(state.acknowledged, order)
            state.orders.removeAll { $0.number <= order }
        }
        changes.signal()
    }

    func orders(after number: Int) async -> RunnerOrders {
        let signals = changes.signals()
        if isWaited(for: number) {
            try? await withTimeout(min(time / 4, Self.longestWait)) { [self] in
                for await _ in signals where !isWaited(for: number) { return }
            }
        }
        return state.withLock { state in
            guard state.lost == nil else { return RunnerOrders([], isOver: true) }
            var size = 0
            let orders = state.orders.filter { $0.number > number }.prefix { order in
                defer { size += order.size }
                return size == 0 || size + order.size <= Self.answerSize
            }
            return RunnerOrders(Array(orders))
        }
    }

    private func isWaited(for number: Int) -> Bool {
        state.withLock { $0.lost == nil && $0.lastOrder <= number }
    }

    func archive(of files: RunnerFiles) throws -> String {
        try renew()
        let archive = archives.outgoing(files)
        guard archive.exists else { throw DomainError.notFound("There are no such files.") }
        return archive.path
    }

    func store(
        _ files: RunnerFiles, _ read: (_ write: @escaping ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws {
        guard files != .attachments else { throw DomainError.invalid("Attached files are not returned.") }
        try renew()
        try await turn.acquire()
        defer { turn.release() }
        try await archives.receive(files) { write in
            try await read { piece in
                try self.renew()
                try await write(piece)
            }
        }
    }

    func append(_ bytes: [UInt8], at offset: Int, to process: Int) async throws -> RunnerOutputAnswer {
        try renew()
        return try await running(process).append(bytes, at: offset)
    }

    func end(_ process: Int, _ ending: RunnerEnding) async throws {
        try renew()
        try running(process).end(ending)
        changes.signal()
    }

    func finishCheckpoint(_ number: Int) async throws {
        try renew()
        try state.withLock { state in
            guard number > 0, number <= state.lastCheckpoint else {
                throw DomainError.invalid("There is no checkpoint \(number).")
            }
            state.finishedCheckpoint = max(state.finishedCheckpoint, number)
        }
        changes.signal()
    }

    func answer(_ question: RunnerNetworkQuestion) async throws -> RunnerNetworkAnswer {
        try renew()
        let destination: NetworkDestination
        do throws(InvalidValue) {
            destination = try NetworkDestination(authority: question.destination)
        } catch {
            throw DomainError.invalid("The destination \(error.detail).")
        }
        guard let relay = process?.relay else { return RunnerNetworkAnswer(.refused(.notAllowed)) }
        return RunnerNetworkAnswer(try await relay.verdict(on: destination, isPrivate: question.isPrivate))
    }

    func setPause(_ isPaused: Bool) async throws {
        try renew()
        await process?.onPause?(isPaused)
    }

    func giveBack() async throws {
        try renew()
        lose(.stopping)
    }

    private func running(_ number: Int) throws -> RemoteProcess {
        guard let process, process.number == number else { throw DomainError.notFound("There is no such process.") }
        return process
    }
}

extension RunnerNetworkAnswer {
    fileprivate init(_ verdict: NetworkVerdict) {
        switch verdict {
        case .allowed(let mayBePrivate): self.init(isAllowed: true, mayBePrivate: mayBePrivate, refusal: nil)
        case .refused(let reason): self.init(isAllowed: false, mayBePrivate: false, refusal: reason.rawValue)
        }
    }
}

extension DomainError {
    /// For a runner that works on a run that it no longer has.
    static let leaseOver = DomainError.conflict("The lease is over. Drop the run and claim another.")
}
