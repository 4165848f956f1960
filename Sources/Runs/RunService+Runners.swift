import Domain
import Logging
import RunnerLink
import Sandbox
import Storage
import Threads

/// Gives runs to runners.
extension RunService {
    /// Time between two looks for silent runners.
    private static let tick: Duration = .seconds(1)

    /// Gives each run to a runner that waits and may work on it, until cancelled.
    func serveRunners(
        _ hub: RunnerHub, _ worker: RunWorker, _ finish: @escaping @Sendable (WorkedRun) -> Void
    ) async {
        let (wishes, wish) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            for signals in [store.runs.changeSignal.signals(), hub.arrivals.signals()] {
                group.addTask {
                    for await _ in signals { wish.yield() }
                }
            }
            group.addTask {
                while (try? await Task.sleep(for: Self.tick)) != nil { hub.expire() }
            }
            group.addTask {
                for await _ in store.endedAccess.signals() { await turnOutRevoked(hub) }
            }
            wish.yield()
            for await _ in wishes {
                guard (try? await worker.waitForSpace()) != nil else { break }
                await assignRuns(hub, worker) { run, lease in
                    group.addTask { await work(on: run, lease, worker, finish) }
                }
            }
            group.cancelAll()
        }
    }

    /// Ends what runners do whose tokens were revoked, or deleted with their organization.
    private func turnOutRevoked(_ hub: RunnerHub) async {
        for token in hub.tokens {
            do {
                let known = try await store.runners.find(token)
                guard known == nil || known?.token.revokedAt != nil else { continue }
            } catch {
                logger.error("a runner's token could not be checked", metadata: ["error": "\(error)"])
                continue
            }
            hub.revoke(token)
        }
    }

    private func assignRuns(
        _ hub: RunnerHub, _ worker: RunWorker, _ begin: (ClaimedRun, RunnerLease) -> Void
    ) async {
        // Runners of the same kind: if there is no run for one, there is none for the others.
        var idle: Set<RunnerScope.Kind> = []
        for runner in hub.waiting {
            let scope = runner.scope
            guard !idle.contains(scope.kind), runner.take() else { continue }
            do {
                guard let run = try await store.runs.claim(at: clock.now(), for: scope) else {
                    runner.putBack()
                    idle.insert(scope.kind)
                    continue
                }
                let lease = RunnerLease(
                    of: runner.runner, scope, in: configuration.directory(of: run.session.id), sandbox: worker.sandbox,
                    limit: worker.configuration.limits.forPackedFiles.diskBytes, time: hub.leaseTime)
                hub.add(lease)
                runner.assign(
                    RunnerAssignment(
                        lease: lease.id, session: run.session.id.rawValue,
                        seconds: Int(hub.leaseTime.components.seconds)))
                begin(run, lease)
            } catch {
                runner.putBack()
                guard !Task.isCancelled else { return }
                logger.error("no run could be given to a runner", metadata: ["error": "\(error)"])
                return
            }
        }
    }

    private func work(
        on run: ClaimedRun, _ lease: RunnerLease, _ worker: RunWorker,
        _ finish: @Sendable (WorkedRun) -> Void
    ) async {
        logger.info(
            "a runner works on a run", metadata: ["session": "\(run.session.id)", "runner": "\(lease.runner.name)"])
        // A runner works on one run at a time, so that its slot is always free for it.
        let slot = RunSlot(acquiredFrom: AsyncSemaphore(0))
        try? await lease.archives.removeEarlier()
        let worked = await worker.work(on: run, in: slot, on: RemoteHost(lease, configuration))
        lease.release()
        // Only its own: another runner may have the run already.
        try? await lease.archives.remove()
        if let worked { finish(worked) }
    }
}
