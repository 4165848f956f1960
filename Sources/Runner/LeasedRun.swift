import Logging
import RunnerLink
import Sandbox
import Synchronization

/// A run that this runner works on: it follows the server's orders until the lease is over.
final class LeasedRun: Sendable {
    private struct State {
        var process: LeasedProcess?
        var isDraining = false
    }

    private let lease: String
    /// The lease is lost when the server is silent for this long.
    private let leaseTime: Duration
    private let files: RunFiles
    private let sandbox: Sandbox
    private let server: RunnerServer
    private let configuration: RunnerConfiguration
    private let contact = ServerContact()
    private let logger: Logger
    private let state = Mutex(State())

    init(
        _ assignment: RunnerAssignment, sandbox: Sandbox, server: RunnerServer, _ configuration: RunnerConfiguration,
        logger: Logger
    ) {
        lease = assignment.lease
        leaseTime = .seconds(assignment.seconds)
        self.sandbox = sandbox
        self.configuration = configuration
        self.logger = logger
        self.server = server.noting(contact.note)
        files = RunFiles(
            in: RunDirectory(path: "\(configuration.runs)/\(assignment.lease)"), of: assignment.lease,
            sandbox: sandbox, server: self.server)
    }

    /// Works until the server needs this runner no longer. Nothing of the run is left here then.
    ///
    /// - Throws: `RunnerError` when the lease is lost.
    func work() async throws {
        let result: Result<Void, any Error>
        do {
            try await followUntilLost()
            result = .success(())
        } catch is CancellationError where !Task.isCancelled {
            // Of what was still going on when the server ended the lease.
            result = .success(())
        } catch {
            result = .failure(error)
        }
        // In a task of its own, so that it is done even if this one is cancelled.
        await Task { [files, logger] in
            do {
                try await files.remove()
            } catch {
                logger.error("the files of a run could not be removed", metadata: ["error": "\(error)"])
            }
        }.value
        try result.get()
    }

    /// Gives the run back: the agent is stopped, its files are returned, and the run goes on elsewhere.
    func drain() {
        let process = state.withLock { state in
            state.isDraining = true
            return state.process
        }
        if let process {
            process.giveBack()
        } else {
            Task { [server, lease] in try? await server.giveBack(lease) }
        }
    }

    /// Ends with the first failure, whether of the contact, of following, or of something that was ordered.
    private func followUntilLost() async throws {
        let (failures, report) = AsyncThrowingStream<Never, any Error>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.watchContact() }
            group.addTask { for try await _ in failures {} }
            group.addTask {
                try await withThrowingDiscardingTaskGroup { works in
                    try await self.follow { work in
                        works.addTask {
                            do {
                                try await work()
                            } catch {
                                report.finish(throwing: error)
                                throw error
                            }
                        }
                    }
                    works.cancelAll()
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func follow(_ begin: (@escaping @Sendable () async throws -> Void) -> Void) async throws {
        var last = 0
        while true {
            let answer = try await server.orders(of: lease, after: last)
            guard !answer.isOver else { throw RunnerError.leaseOver }
            for order in answer.orders {
                if case .end = order.action { return }
                obey(order.action, begin)
                last = order.number
            }
        }
    }

    private func obey(
        _ action: RunnerOrder.Action, _ begin: (@escaping @Sendable () async throws -> Void) -> Void
    ) {
        switch action {
        case .start(let command):
            let process = LeasedProcess(
                command, of: lease, files: files, sandbox: sandbox, server: server, configuration)
            let isDraining = state.withLock { state in
                state.process = process
                return state.isDraining
            }
            if isDraining { process.giveBack() }
            begin { [self] in
                try await process.run()
                state.withLock { $0.process = nil }
            }
        case .checkpoint(let number):
            // One that has ended returns its files anyway.
            guard let process = state.withLock(\.process) else { return }
            begin { [files, server, lease] in
                try await files.giveBack(limits: process.limits)
                try await server.finishCheckpoint(number, lease)
            }
        case .end: return
        default: state.withLock(\.process)?.take(action)
        }
    }

    private func watchContact() async throws {
        repeat {
            guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
        } while !contact.isSilent(for: leaseTime)
        throw RunnerError.leaseOver
    }
}

/// When the server was last heard of.
private final class ServerContact: Sendable {
    private let time = Mutex(ContinuousClock.now)

    func note() {
        time.withLock { $0 = .now }
    }

    func isSilent(for duration: Duration) -> Bool {
        time.withLock { .now - $0 >= duration }
    }
}
