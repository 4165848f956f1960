import Domain
import Logging
import Sandbox
import Storage
import Threads

/// Works on one run, step by step. Each step is stored, so that an interrupted run resumes where it was.
struct RunWorker: Sendable {
    /// Grace period before a failure is recorded: the agent may have died because the whole service is being stopped.
    private static let gracePeriod: Duration = .seconds(2)

    let configuration: RunConfiguration
    let sandbox: Sandbox
    let store: DataStore
    let clock: Clock
    let waiting: WaitingAgents
    let logger: Logger

    /// Threads for short blocking calls.
    static let threads = WorkerThreads()

    /// Has agents work on a run. When the server stops, the run is left as it is.
    ///
    /// - Parameters:
    ///   - slot: the run's slot, released while the run waits for an answer.
    ///   - host: runs the agent and the setup script.
    /// - Returns: `nil` when the run has already ended.
    func work(on run: ClaimedRun, in slot: RunSlot, on host: any ExecutionHost) async -> WorkedRun? {
        let logger = logger(of: run)
        logger.info("run starts")
        var progress = RunProgressState(seen: run.prompts.last?.sequence ?? 0)
        do {
            if let worked = try await workUntilAnswered(run, slot, host, &progress) { return worked }
            await end(run, RunConclusion(outcome: .completed, isStopped: true, seen: progress.seen), logger)
        } catch let lost as RunnerLost {
            await putBack(run, lost, progress, logger)
        } catch {
            var end = failure(error, progress, logger)
            end.isWaiting = progress.isWaiting
            // Stopping the service may end the agents too, before this process is notified.
            try? await Task.sleep(for: Self.gracePeriod)
            if let begun = progress.begun, !Task.isCancelled {
                return WorkedRun(
                    context: begun.context, place: begun.place, outcome: end.outcome, isAnswered: false,
                    progress: progress)
            }
            await self.end(run, end, logger)
        }
        return nil
    }

    /// Saves the agents' work and ends the run.
    func finish(_ worked: WorkedRun) async {
        let run = worked.context.run
        let logger = logger(of: run)
        await ConversationArchive(context: worked.context).keep()
        do {
            let published = try await withSpace(of: run) {
                try await RunPublication(context: worked.context, place: worked.place).publish(
                    isFinished: worked.isAnswered)
            }
            let notes = [published.note, worked.progress.leftOut.sentence].compactMap(\.self)
            let note = notes.isEmpty ? nil : notes.joined(separator: " ")
            await end(
                run,
                RunConclusion(
                    outcome: worked.outcome, isStopped: worked.progress.isStopped,
                    isWaiting: worked.progress.isWaiting, seen: worked.progress.seen, note: note,
                    leftOut: published.leftOut), logger)
        } catch {
            var end = failure(error, worked.progress, logger)
            end.isWaiting = worked.progress.isWaiting
            if case .failed(let reason) = worked.outcome, case .failed(let other) = end.outcome {
                end.outcome = .failed(reason: "\(reason)\n\(other)")
            }
            try? await Task.sleep(for: Self.gracePeriod)
            if !Task.isCancelled, let kept = await WorkspaceArchive(context: worked.context).make() {
                end.note = [end.note, kept].compactMap(\.self).joined(separator: " ")
            }
            await self.end(run, end, logger)
        }
    }

    private func failure(_ error: any Error, _ progress: RunProgressState, _ logger: Logger) -> RunConclusion {
        let failure = RunFailure(error)
        if !failure.isExpected, !Task.isCancelled { logger.error("run fails", metadata: ["error": "\(error)"]) }
        return RunConclusion(
            outcome: .failed(reason: failure.reason), isStopped: progress.isStopped, seen: progress.seen,
            note: progress.leftOut.sentence)
    }

    private func end(_ run: ClaimedRun, _ end: RunConclusion, _ logger: Logger) async {
        guard !Task.isCancelled else { return logger.info("run is interrupted") }
        let isKept = await end.store(of: run.number, in: store.runs, clock: clock, logger: logger)
        logger.info("run ends", metadata: ["outcome": "\(end.outcome.word)"])
        guard !isKept else { return }
        do {
            try await configuration.directory(of: run.session.id).remove()
        } catch {
            logger.error("the workspace of a deleted session could not be removed", metadata: ["error": "\(error)"])
        }
    }

    /// Queues the run again, or ends it if it has lost too many runners. Retries every five seconds until it succeeds:
    /// nothing else would continue it.
    private func putBack(
        _ run: ClaimedRun, _ lost: RunnerLost, _ progress: RunProgressState, _ logger: Logger
    ) async {
        while !Task.isCancelled {
            do {
                let isQueued = try await store.runs.requeue(
                    run.number, because: lost.reason, countsAsLoss: lost.mayBeCausedByRun, at: clock.now())
                guard !isQueued else {
                    return logger.notice("a run is queued again", metadata: ["reason": "\(lost.reason)"])
                }
                let outcome = RunOutcome.failed(reason: RunFailure.lostRunners.reason)
                let conclusion = RunConclusion(
                    outcome: outcome, isStopped: progress.isStopped, isWaiting: progress.isWaiting, seen: progress.seen)
                return await end(run, conclusion, logger)
            } catch {
                logger.error("a run could not be queued again", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
            }
        }
    }

    /// - Returns: `nil` when there is nothing to do.
    private func workUntilAnswered(
        _ run: ClaimedRun, _ slot: RunSlot, _ host: any ExecutionHost, _ progress: inout RunProgressState
    ) async throws -> WorkedRun? {
        let environment = try await patiently { try await store.environments.settings(forRunOf: run.session.id) }
        progress.leftOut = try await storeOutput(
            of: RunContext(worker: self, run: run, environment: environment, slot: slot, host: host))
        progress.isWaiting = try await patiently {
            try await !store.runs.settleRequests(of: run.number, at: clock.now())
        }
        guard let run = try await patiently({ try await store.runs.current(run.number) }) else { return nil }
        progress.seen = max(progress.seen, run.prompts.last?.sequence ?? 0)
        // Stopped before it started.
        if run.prompts.isEmpty, run.baseCommit == nil { return nil }
        let context = RunContext(worker: self, run: run, environment: environment, slot: slot, host: host)
        let place = try await unlessStopped(run) {
            try await withSpace(of: run) { try await RunPreparation(context: context).place() }
        }
        progress.begun = (context, place)
        guard !progress.isWaiting else {
            return WorkedRun(
                context: context, place: place, outcome: run.outcome ?? .completed, isAnswered: false,
                progress: progress)
        }
        let conversation = RunConversation(context: context, place: place)
        let outcome = try await conversation.lead(
            run.prompts, resuming: place.isRemembered ? run.agentSession : nil, &progress)
        if !progress.isWaiting {
            try await patiently { try await store.runs.set(.publishing, of: run.number, at: clock.now()) }
        }
        return WorkedRun(
            context: context, place: place, outcome: outcome ?? run.outcome ?? .completed,
            isAnswered: !progress.isWaiting,
            progress: progress)
    }

    /// Cancels the work when the run is stopped.
    ///
    /// - Throws: `RunFailure.stopped` then.
    private func unlessStopped<Value: Sendable>(
        _ run: ClaimedRun, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let prompt = run.prompts.last else { return try await work() }
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                var signals = store.runs.signals(of: run.session.id).makeAsyncIterator()
                while try await store.runs.isWanted(run.number, for: prompt), await signals.next() != nil {}
                throw RunFailure.stopped
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }

    private func logger(of run: ClaimedRun) -> Logger {
        var logger = logger
        logger[metadataKey: "session"] = "\(run.session.id)"
        return logger
    }
}

/// The state of a run in progress.
struct RunProgressState: Sendable {
    /// Sequence number of the last message that an agent received; before that, of the last message when the run began.
    var seen: Int
    /// Whether a user stopped the agent.
    var isStopped = false
    /// Whether the agent exited while its request waits for an answer.
    var isWaiting = false
    /// Set once the workspace is ready.
    var begun: (context: RunContext, place: RunWorkspace)?
    var leftOut = LeftOutLines()
}

/// A run whose agents have exited and whose work is still to be saved.
struct WorkedRun: Sendable {
    let context: RunContext
    let place: RunWorkspace
    let outcome: RunOutcome
    /// `false` if the agents failed, or wait for an answer.
    let isAnswered: Bool
    let progress: RunProgressState
}

extension RunOutcome {
    fileprivate var word: String { self == .completed ? "completed" : "failed" }
}
