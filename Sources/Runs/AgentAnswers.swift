import Domain
import Logging
import Sandbox
import Storage
import Threads

/// Runs one agent process: sends it the prompts, stores its output, and stops it when a user stops the run.
struct AgentAnswers: Sendable {
    /// Grace period for the agent to exit after its last answer; it is then stopped.
    private static let grace: Duration = .seconds(30)

    private let conversation: RunConversation
    private let agent: AgentProcess
    private let isResumed: Bool
    private let requests: AgentRequests
    /// Serializes writes to the agent's standard input.
    private let turn = AsyncSemaphore(1)
    /// Summary of the earlier conversation, sent with the first prompt to an agent that cannot resume it.
    private var account: String?
    private let progress: ConversationProgress
    private var hasBegun = false
    /// Stops the agent if it does not exit within `grace` of its last answer.
    private var stop: Task<Void, any Error>?

    /// The outcome of the last answer.
    private(set) var outcome: RunOutcome?
    private(set) var isUnknownConversation = false
    /// The last 2,000 characters of output that is not `stream-json`.
    private(set) var stray = ""

    private var worker: RunWorker { conversation.worker }
    private var run: ClaimedRun { conversation.run }

    init(
        conversation: RunConversation, agent: AgentProcess, isResumed: Bool, account: String?,
        _ progress: ConversationProgress
    ) {
        self.account = account
        self.conversation = conversation
        self.agent = agent
        requests = AgentRequests(
            worker: conversation.worker, run: conversation.run, agent: agent, slot: conversation.context.slot)
        self.isResumed = isResumed
        self.progress = progress
    }

    /// Sends the prompts and stores all output; returns when the agent has exited.
    mutating func collect() async throws {
        let watch = Task { [worker, run, agent, progress, requests, turn] in
            await AgentWatch(
                worker: worker, run: run, agent: agent, progress: progress, requests: requests, turn: turn
            ).watch()
        }
        defer {
            watch.cancel()
            stop?.cancel()
            requests.end()
        }
        if let prompt = progress.prompt { try await say(prompt) }
        for try await lines in agent.lines {
            for portion in OutputPortion.portions(of: lines) {
                stray = String((stray + portion.stray).suffix(2000))
                try await take(portion)
            }
        }
        _ = await agent.ending()
        if isResumed, !hasBegun, !progress.isAnswered { isUnknownConversation = true }
    }

    private mutating func take(_ portion: OutputPortion) async throws {
        let (worker, run) = (worker, run)
        if isResumed, !hasBegun, portion.lines.count == 1, case .failed = portion.outcome {
            isUnknownConversation = true
            try await worker.patiently { try await worker.store.runs.skipOutput(of: run.number, upTo: portion.end) }
            finishInput()
            return
        }
        hasBegun = hasBegun || !portion.lines.isEmpty
        if portion.outcome != nil {
            try await conversation.context.host.checkpoint(of: conversation.context.profile)
            progress.willStore()
        }
        var leftOut = LeftOutLines()
        requests.willStore(portion.control)
        let prompts = try await worker.store(
            portion, of: run, answering: progress.prompt ?? .none,
            confirming: portion.outcome == nil ? [] : requests.sent, &leftOut)
        progress.leaveOut(leftOut)
        // A stopped agent withdraws its requests; that needs no slot among the active runs.
        if !progress.isStopped { await requests.didStore(portion.control) }
        guard let outcome = portion.outcome else {
            if progress.isAnswered, self.outcome != nil, requests.isEmpty { finishInput() }
            return
        }
        self.outcome = outcome
        if let next = progress.takeUp(prompts ?? []) {
            try await say(next)
        } else if progress.isAnswered, requests.isEmpty {
            finishInput()
        }
    }

    private mutating func finishInput() {
        agent.finishInput()
        guard stop == nil else { return }
        stop = Task { [agent] in
            try await Task.sleep(for: Self.grace)
            await agent.stop()
        }
    }

    /// - Throws: when the attachments of the prompt cannot be written.
    private mutating func say(_ prompt: RunPrompt) async throws {
        defer { account = nil }
        progress.willSay(prompt)
        guard let delivered = await deliver(prompt) else {
            // The user withdrew the message, and no other prompt is left.
            _ = progress.takeUp([])
            return finishInput()
        }
        if let other = progress.takeUp([delivered.prompt]) { progress.willSay(other) }
        let message = try await conversation.message(
            of: delivered.prompt, isResumed: isResumed, account: account)
        // An agent that no longer reads its input is about to exit; its exit status gives the reason.
        guard (try? await turn.acquire()) != nil else { return }
        await requests.use(model: delivered.model, effort: delivered.effort)
        try? await agent.send(message.text, images: message.images)
        turn.release()
    }

    /// - Returns: the prompt to send now, which may have changed; the same prompt if the database cannot answer; `nil`
    ///   if it was withdrawn and nothing else is left.
    private func deliver(_ prompt: RunPrompt) async -> DeliveredPrompt? {
        do {
            return try await worker.patiently {
                try await worker.store.runs.deliver(prompt, to: run.number, at: worker.clock.now())
            }
        } catch {
            worker.logger.error(
                "a message is sent to the agent, but could not be marked as delivered",
                metadata: ["session": "\(run.session.id)", "error": "\(error)"])
            return DeliveredPrompt(prompt: prompt, model: run.session.model, effort: run.session.effort)
        }
    }
}
