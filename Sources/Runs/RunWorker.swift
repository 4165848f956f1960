import Domain
import Foundation
import Logging
import Sandbox
import Storage

/// Does what one run is for, step by step. Each step is stored, so that a run that was interrupted goes on where it was.
struct RunWorker: Sendable {
    /// How long a failure may turn out to be the server's own end.
    private static let patience: Duration = .seconds(2)

    let configuration: RunConfiguration
    let sandbox: Sandbox
    let store: DataStore
    let clock: Clock
    let publisher: PullRequestPublisher?
    let logger: Logger

    /// Takes a run to its end. It is left as it stands when the server stops.
    func work(on run: ClaimedRun) async {
        let logger = logger(of: run)
        logger.info("run starts")
        let end = await end(of: run, logger)
        // Who stops the server may end what it started as well, and before it hears of that itself.
        if case .failed = end.outcome { try? await Task.sleep(for: Self.patience) }
        guard !Task.isCancelled else { return logger.info("run is interrupted") }
        let isKept = await end.store(of: run.number, in: store.runs, clock: clock, logger: logger)
        logger.info("run ends", metadata: ["outcome": "\(end.outcome.word)"])
        guard !isKept else { return }
        do {
            try await configuration.directory(of: run.session.id).remove()
        } catch {
            logger.error("the workspace of a deleted session was not removed", metadata: ["error": "\(error)"])
        }
    }

    private func end(of run: ClaimedRun, _ logger: Logger) async -> RunEnd {
        var seen = run.prompts.last?.sequence ?? 0
        do {
            let environment = try await store.environments.settings(forRunOf: run.session.id)
            try await storeOutput(of: RunContext(worker: self, run: run, environment: environment))
            guard let run = try await store.runs.current(run.number) else {
                return RunEnd(outcome: .completed, seen: seen)
            }
            seen = max(seen, run.prompts.last?.sequence ?? 0)
            // Stopped before it began.
            if run.prompts.isEmpty, run.baseCommit == nil { return RunEnd(outcome: .completed, seen: seen) }
            let context = RunContext(worker: self, run: run, environment: environment)
            let place = try await unlessStopped(run) { try await RunPreparation(context: context).place() }
            let conversation = RunConversation(context: context, place: place)
            let outcome = try await conversation.lead(
                run.prompts, resuming: place.isNew ? nil : run.agentSession, &seen)
            try await store.runs.set(.publishing, of: run.number, at: clock.now())
            let published = try await RunPublication(context: context, place: place).publish()
            return RunEnd(
                outcome: outcome ?? run.outcome ?? .completed, seen: seen, note: published.note,
                leftOut: published.leftOut)
        } catch {
            let failure = RunFailure(error)
            if !failure.isExpected, !Task.isCancelled { logger.error("run fails", metadata: ["error": "\(error)"]) }
            return RunEnd(outcome: .failed(reason: failure.reason), seen: seen)
        }
    }

    /// Stores what an agent had printed when the server ended, which nobody had read yet.
    private func storeOutput(of context: RunContext) async throws {
        let run = context.run
        var prompts = run.prompts
        let path = context.directory.output(run.output.number)
        guard var output = try AgentOutputFile(path: path, from: run.output.offset, secrets: context.secrets) else {
            return
        }
        // A line that is too long ended the agent, or would have.
        while let line = try? output.next() {
            guard let parsed = try? TranscriptLine(json: line.text, number: 1) else { continue }
            // What no agent was told isn't answered either.
            let answered = prompts.first.flatMap { $0.isDelivered ? $0 : nil } ?? .none
            if let rest = try await store(parsed, of: run, answering: answered, upTo: line.end) { prompts = rest }
        }
        try FileManager.default.removeItem(atPath: path)
    }

    /// Stores a line that an agent printed; one that turns out to be no JSON is passed over.
    ///
    /// - Returns: see `RunStore.append`.
    func store(
        _ line: TranscriptLine, of run: ClaimedRun, answering prompt: RunPrompt, upTo end: Int
    ) async throws -> [RunPrompt]? {
        do {
            return try await store.runs.append(line, of: run.number, answering: prompt, upTo: end, at: clock.now())
        } catch let error as DomainError where error.code == .invalid {
            try await store.runs.skipOutput(of: run.number, upTo: end)
            return [prompt]
        }
    }

    /// Does something for as long as the run is wanted.
    private func unlessStopped<Value: Sendable>(
        _ run: ClaimedRun, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let prompt = run.prompts.last else { return try await work() }
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                var rings = store.runs.news.rings().makeAsyncIterator()
                while try await store.runs.isWanted(run.number, for: prompt), await rings.next() != nil {}
                throw RunFailure(reason: "The session was stopped.")
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

extension RunOutcome {
    fileprivate var word: String { self == .completed ? "completed" : "failed" }
}
