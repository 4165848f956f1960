import Domain
import Logging
import Sandbox
import Storage
import Synchronization

/// Has the agent answer prompts, one after the other.
struct RunConversation: Sendable {
    let context: RunContext
    let place: RunWorkspace

    var worker: RunWorker { context.worker }
    var run: ClaimedRun { context.run }

    /// How one process of the agent ended.
    private enum End {
        /// Everything is answered.
        case answered(RunOutcome?)
        /// The agent waits for an answer to its request.
        case waiting(RunOutcome?)
        /// The agent does not know the conversation that it was asked to resume.
        case unknownConversation
    }

    /// Runs agent processes until all prompts are answered or the agent waits for the user. If the agent does not know
    /// `conversation`, it starts a new one.
    ///
    /// - Parameters:
    ///   - conversation: the agent's id of the conversation to resume; `nil` starts a new one.
    ///   - soFar: updated even if this throws.
    /// - Returns: the outcome of the last answer; `nil` when there was nothing to answer.
    /// - Throws: `RunFailure` when the agent exits without an answer.
    func lead(
        _ prompts: [RunPrompt], resuming conversation: String?, _ soFar: inout RunProgressState
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
            "the agent lost its conversation and starts a new one",
            metadata: ["session": "\(run.session.id)"])
        switch try await answer(resuming: nil, progress) {
        case .answered(let outcome): return outcome
        case .waiting(let outcome):
            soFar.isWaiting = true
            return outcome
        case .unknownConversation:
            throw RunFailure(reason: "The agent lost its conversation and could not start a new one.")
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
        let (answers, ending) = try await context.host.withAgent(
            command, in: context.profile, secrets: context.secrets, outputPath: path
        ) { agent in
            var answers = AgentAnswers(
                conversation: self, agent: agent, isResumed: conversation != nil, account: earlier, progress)
            try await answers.collect()
            return answers
        }
        // When the server stops, the output is not completely stored: its file must stay.
        try Task.checkCancellation()
        worker.removeOutput(at: path)
        try place.workspace.directory.setAway(false)
        if progress.isStopped { return .answered(answers.outcome) }
        if answers.isUnknownConversation, ending.breach == nil { return .unknownConversation }
        if ending.breach == nil, try await worker.patiently({ try await worker.store.runs.isUnsettled(run.number) }) {
            return .waiting(answers.outcome)
        }
        guard progress.isAnswered else { throw RunFailure(endOf: ending, stray: answers.stray) }
        return .answered(answers.outcome)
    }

    /// The text to send to the agent, with the images to show.
    ///
    /// - Throws: when the message's files cannot be written.
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

    /// The text to send: the prompt after a summary of the conversation if the agent cannot resume it; a notice of the
    /// interruption if the agent may have received the prompt before.
    ///
    /// - Returns: also whether the text includes the prompt.
    private func text(of prompt: RunPrompt, isResumed: Bool, account: String?) -> (text: String, isSaid: Bool) {
        if let account {
            let text = """
                This continues earlier work. The workspace has the changes that were kept. You no longer have the \
                conversation itself, only this summary of it:

                \(account)

                Now:

                \(prompt.text)
                """
            return (text, true)
        }
        guard prompt.isDelivered, isResumed else { return (prompt.text, true) }
        let text = "You were interrupted while working on this. Continue where you left off."
        // A restored conversation may be older than the last message.
        return prompt.isReceived && !place.isNew && !place.isOlder ? (text, false) : ("\(text)\n\n\(prompt.text)", true)
    }
}

/// The prompt that an agent is answering; shared by the task that waits for the answer and the one that waits for a
/// stop.
final class ConversationProgress: Sendable {
    private struct State {
        var prompt: RunPrompt?
        /// Sequence number of the last prompt sent to an agent; before the first, of the last message when the run
        /// began.
        var seen: Int
        /// Whether the answer is being stored.
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

    /// Call this before the prompt is sent: even if the agent exits at once, the prompt counts as seen, and only later
    /// messages still wait.
    func willSay(_ prompt: RunPrompt) {
        state.withLock { $0.seen = prompt.sequence }
    }

    /// Whether the prompt is being answered and its answer is not being stored yet.
    func isAnswering(_ prompt: RunPrompt) -> Bool {
        state.withLock { $0.prompt == prompt && !$0.isStoring }
    }

    /// Marks the prompt as stopped.
    ///
    /// - Returns: `false` when it is already answered, or its answer is being stored.
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

    /// Call this before the answer is stored, and `takeUp` after it.
    func willStore() {
        state.withLock { $0.isStoring = true }
    }

    /// Moves on to the first of the prompts that are left, or to none.
    ///
    /// - Returns: the next prompt; `nil` if there is none, or it is the one being answered.
    func takeUp(_ prompts: [RunPrompt]) -> RunPrompt? {
        state.withLock { state in
            state.isStoring = false
            // After the last answer, new messages are left to the next process.
            guard !state.isStopped, let last = state.prompt, prompts.first?.sequence != last.sequence else {
                return nil
            }
            state.prompt = prompts.first
            return prompts.first
        }
    }
}
