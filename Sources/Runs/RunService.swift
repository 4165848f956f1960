import Domain
import Foundation
package import Logging
import Sandbox
import ServiceLifecycle
package import Storage
import Threads

/// Works on queued runs in order, up to `concurrency` at once.
package struct RunService: NamedService {
    let configuration: RunConfiguration
    let store: DataStore
    let clock: Clock
    private let runners: RunnerHub
    let logger: Logger

    package init(
        _ configuration: RunConfiguration, store: DataStore, clock: Clock, runners: RunnerHub = RunnerHub(),
        logger: Logger
    ) {
        self.configuration = configuration
        self.runners = runners
        self.store = store
        self.clock = clock
        self.logger = logger
    }

    /// Works until graceful shutdown, which ends the agents. Interrupted runs continue at the next start. If the
    /// sandbox is not available, every run fails with the reason.
    package func run() async throws {
        let interrupted = try await store.runs.requeueInterrupted()
        if interrupted > 0 { logger.info("interrupted runs are resumed", metadata: ["runs": "\(interrupted)"]) }
        await cancelWhenGracefulShutdown {
            do {
                let sandbox = try await sandbox()
                for caution in sandbox.isolation.cautions { logger.warning("\(caution)") }
                await takeRuns(
                    RunWorker(
                        configuration: configuration, sandbox: sandbox, store: store, clock: clock,
                        waiting: WaitingAgents(limit: configuration.waitingAgents), logger: logger))
            } catch is CancellationError {
                return
            } catch {
                logger.error("agents can't run", metadata: ["reason": "\(error)"])
                await refuseRuns("Agents can't run on this server. \(error)")
            }
        }
    }

    private func sandbox() async throws -> Sandbox {
        try PrivateDirectory.create(at: configuration.directory)
        let lock = try await lock()
        return Sandbox(try await configuration.isolation(), holding: lock, space: configuration.space)
    }

    /// Waits until no process of an earlier server uses the workspaces.
    private func lock() async throws -> SandboxLock {
        var waited = 0
        while true {
            if let lock = try SandboxLock(path: "\(configuration.directory)/lock") { return lock }
            // Usually short: logged as a warning only after five seconds.
            if waited == 0 || waited == 200 {
                logger.log(
                    level: waited == 0 ? .info : .warning, "runs wait for processes of the previous server to end")
            }
            waited += 1
            try await Task.sleep(for: .milliseconds(25))
        }
    }

    /// Maximum number of runs published at once; they mostly wait for the Git host.
    private static let publications = 8

    /// Publishes in tasks of its own, so that waiting for a Git host holds no agent's slot.
    private func takeRuns(_ worker: RunWorker) async {
        // Unbounded buffering is safe: there is at most one run per session.
        let (worked, add) = AsyncStream.makeStream(of: WorkedRun.self)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await takeAll(worker) { add.yield($0) }
            }
            group.addTask {
                await serveRunners(runners, worker) { add.yield($0) }
            }
            group.addTask { await tidyMirrors(worker) }
            for _ in 0..<Self.publications {
                group.addTask {
                    for await run in worked { await worker.finish(run) }
                }
            }
        }
    }

    /// Works on up to `concurrency` runs at once. Runs that wait for an answer hold no slot, and need one to continue.
    private func takeAll(_ worker: RunWorker, _ finish: @escaping @Sendable (WorkedRun) -> Void) async {
        let slots = AsyncSemaphore(configuration.concurrency)
        let host = LocalHost(worker.sandbox, configuration)
        await withDiscardingTaskGroup { group in
            await takeAll {
                try await worker.waitForSpace()
                try await slots.acquire()
            } unlessThereIsNone: {
                slots.release()
            } _: { run in
                group.addTask {
                    let slot = RunSlot(acquiredFrom: slots)
                    if let worked = await worker.work(on: run, in: slot, on: host) { finish(worked) }
                    slot.release()
                }
            }
        }
    }

    private static let tidying: Duration = .seconds(3600)

    private func tidyMirrors(_ worker: RunWorker) async {
        repeat {
            do {
                try await configuration.mirrors.tidy(unusedFor: configuration.retention.age, sandbox: worker.sandbox)
            } catch {
                guard !Task.isCancelled else { return }
                logger.error("mirrors of repositories could not be cleaned up", metadata: ["error": "\(error)"])
            }
        } while (try? await Task.sleep(for: Self.tidying)) != nil
    }

    private func refuseRuns(_ reason: String) async {
        await takeAll { run in
            let end = RunConclusion(outcome: .failed(reason: reason), seen: run.prompts.last?.sequence ?? 0)
            _ = await end.store(of: run.number, in: store.runs, clock: clock, logger: logger)
        }
    }

    /// Claims runs one by one until cancelled.
    ///
    /// - Parameters:
    ///   - wait: called before each claim.
    ///   - giveUp: called when no run was claimed.
    private func takeAll(
        beforeEach wait: () async throws -> Void = {}, unlessThereIsNone giveUp: () -> Void = {},
        _ work: (ClaimedRun) async -> Void
    ) async {
        var signals = store.runs.changeSignal.signals().makeAsyncIterator()
        while !Task.isCancelled {
            do {
                while !Task.isCancelled {
                    try await wait()
                    guard let run = try await claim(orElse: giveUp) else { break }
                    await work(run)
                }
            } catch {
                if Task.isCancelled { return }
                logger.error("no run could be started from the queue", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
                continue
            }
            guard await signals.next() != nil else { return }
        }
    }

    private func claim(orElse giveUp: () -> Void) async throws -> ClaimedRun? {
        do {
            let run = try await store.runs.claim(at: clock.now())
            if run == nil { giveUp() }
            return run
        } catch {
            giveUp()
            throw error
        }
    }
}
