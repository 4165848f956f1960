import Domain
import Logging
import Sandbox
import Storage
import Synchronization

/// Has the agent answer what people say, one after the other.
struct RunConversation: Sendable {
    let context: RunContext
    let place: RunWorkspace

    var worker: RunWorker { context.worker }
    var run: ClaimedRun { context.run }

    /// How one process of the agent ended.
    private enum End {
        /// With nothing left to answer.
        case answered(RunOutcome?)
        /// Before people had answered what it asked.
        case waiting(RunOutcome?)
        /// It doesn't know the conversation that it was to go on with.
        case unknownConversation
    }

    /// - Parameters:
    ///   - conversation: the agent's own id of the one to go on with.
    ///   - soFar: is brought up to date, also when this throws.
    /// - Returns: of the last answer; `nil` when there was nothing to answer.
    /// - Throws: `RunFailure` when the agent ends without an answer.
    func lead(
        _ prompts: [RunPrompt], resuming conversation: String?, _ soFar: inout RunProgressSoFar
    ) async throws -> RunOutcome? {
        guard let first = prompts.first else { return nil }
        try await worker.patiently { try await worker.store.runs.set(.working, of: run.number, at: worker.clock.now()) }
        let progress = ConversationProgress(prompt: first, seen: soFar.seen)
        defer {
            soFar.seen = progress.seen
            soFar.isStopped = progress.isStopped
            soFar.leftOut.add(progress.leftOut)
        }
        switch try await answer(resuming: conversation, progress) {
        case .answered(let outcome): return outcome
        case .waiting(let outcome):
            soFar.isWaiting = true
            return outcome
        case .unknownConversation: break
        }
        worker.logger.notice(
            "the agent doesn't know its conversation any more and starts afresh",
            metadata: ["session": "\(run.session.id)"])
        switch try await answer(resuming: nil, progress) {
        case .answered(let outcome): return outcome
        case .waiting(let outcome):
            soFar.isWaiting = true
            return outcome
        case .unknownConversation:
            throw RunFailure(reason: "The agent doesn't know its conversation any more, and did not start a new one.")
        }
    }

    private func answer(resuming conversation: String?, _ progress: ConversationProgress) async throws -> End {
        var account: String?
        if conversation == nil, let prompt = progress.prompt {
            account = try await worker.patiently { try await worker.store.runs.account(of: run.number, before: prompt) }
        }
        let earlier = account
        let output = try await worker.patiently { try await worker.store.runs.startOutput(of: run.number) }
        let path = place.workspace.directory.output(output)
        let command = worker.configuration.agent.arguments(
            model: run.session.model, effort: run.session.effort, mode: run.session.mode,
            mcp: context.environment?.mcp ?? EnvironmentMCP(), attachments: RunAttachments(context: context).path,
            resuming: conversation)
        let (answers, ending) = try await worker.sandbox.withAgent(
            command, in: context.profile, secrets: context.secrets, outputPath: path
        ) { agent in
            var answers = AgentAnswers(
                conversation: self, agent: agent, isResumed: conversation != nil, account: earlier, progress)
            try await answers.collect()
            return answers
        }
        // Not all of it is stored when the server stops.
        try Task.checkCancellation()
        worker.removeOutput(at: path)
        if progress.isStopped { return .answered(answers.outcome) }
        if answers.isUnknownConversation, ending.breach == nil { return .unknownConversation }
        if ending.breach == nil, try await worker.patiently({ try await worker.store.runs.isUnsettled(run.number) }) {
            return .waiting(answers.outcome)
        }
        guard progress.isAnswered else { throw RunFailure(endOf: ending, stray: answers.stray) }
        return .answered(answers.outcome)
    }

    /// What the agent is told, and the images that it is shown with it.
    ///
    /// - Throws: when the message's files can't be written.
    func message(
        of prompt: RunPrompt, isResumed: Bool, account: String?
    ) async throws -> (
        text: String, images: [AgentImage]
    ) {
        let files = try await RunAttachments(context: context).files(of: prompt)
        let (text, isSaid) = text(of: prompt, isResumed: isResumed, account: account)
        guard isSaid else { return (text, []) }
        return (text + files.description(forNewConversation: !isResumed), try await files.images())
    }

    /// What the agent is told: that it was interrupted, if it knows what it is about already; what was said before, if it
    /// doesn't.
    ///
    /// - Returns: also whether the prompt is said in it.
    private func text(of prompt: RunPrompt, isResumed: Bool, account: String?) -> (text: String, isSaid: Bool) {
        if let account {
            let text = """
                This goes on with earlier work, which is in the workspace as far as it was kept. Of the conversation you \
                have only this account:

                \(account)

                Now:

                \(prompt.text)
                """
            return (text, true)
        }
        guard prompt.isDelivered, isResumed else { return (prompt.text, true) }
        let text = "You were interrupted while you worked on this. Go on where you left off."
        // A conversation that was brought back may be older than what was said last.
        return prompt.isTakenUp && !place.isNew ? (text, false) : ("\(text)\n\n\(prompt.text)", true)
    }
}

/// What an agent is answering, for those who wait for the answer and those who wait for people to stop it.
final class ConversationProgress: Sendable {
    private struct State {
        var prompt: RunPrompt?
        /// The last thing that an agent was told; before that, the last that there was when the run began.
        var seen: Int
        /// Whether its answer is being stored.
        var isStoring = false
        var isStopped = false
        var leftOut = LeftOutLines()
    }

    private let state: Mutex<State>

    init(prompt: RunPrompt, seen: Int) {
        state = Mutex(State(prompt: prompt, seen: seen))
    }

    /// `nil` when everything is answered.
    var prompt: RunPrompt? { state.withLock(\.prompt) }
    var seen: Int { state.withLock(\.seen) }
    var isStopped: Bool { state.withLock(\.isStopped) }
    var leftOut: LeftOutLines { state.withLock(\.leftOut) }
    var isAnswered: Bool { prompt == nil }

    /// To be called before it is said to an agent, which may end at that: what comes after it still waits then.
    func willSay(_ prompt: RunPrompt) {
        state.withLock { $0.seen = prompt.sequence }
    }

    /// Whether a prompt is being answered, and the answer not about to be stored.
    func isAnswering(_ prompt: RunPrompt) -> Bool {
        state.withLock { $0.prompt == prompt && !$0.isStoring }
    }

    /// - Returns: `false` when the prompt is answered, or about to be.
    func stop(_ prompt: RunPrompt) -> Bool {
        state.withLock { state in
            guard state.prompt == prompt, !state.isStoring else { return false }
            state.isStopped = true
            return true
        }
    }

    func leaveOut(_ lines: LeftOutLines) {
        state.withLock { $0.leftOut.add(lines) }
    }

    /// To be called before the answer is stored, and `takeUp` after it.
    func willStore() {
        state.withLock { $0.isStoring = true }
    }

    /// - Returns: what is to be answered next, if that is new.
    func takeUp(_ prompts: [RunPrompt]) -> RunPrompt? {
        state.withLock { state in
            state.isStoring = false
            // What is said after its last answer is for its next process.
            guard !state.isStopped, let last = state.prompt, prompts.first?.sequence != last.sequence else {
                return nil
            }
            state.prompt = prompts.first
            return prompts.first
        }
    }
}
