import Domain
import Sandbox
import Storage
import Synchronization

/// The open requests (questions, plans) of one agent process, from the request until its answer is delivered. While the
/// agent waits for an answer, the run holds no slot and its time limit is paused.
final class AgentRequests: Sendable {
    /// Minimum time that an agent keeps running after a request: it writes the request to its conversation file a
    /// moment later, and a new process could not resume without that entry.
    private static let settling: Duration = .seconds(3)

    private struct State {
        /// Open requests by name; the value is `true` once the request is stored.
        var open: [String: Bool] = [:]
        /// The requests whose answers were sent to the process.
        var sent: [RequestID] = []
        /// The mode, model and effort that the process uses now; users can change them.
        var mode: SessionMode
        var model: String
        var effort: AgentEffort
        /// Number of control requests sent to the agent so far.
        var asked = 0
        var isWaiting = false
        var timeout: Task<Void, any Error>?
    }

    private let worker: RunWorker
    private let run: ClaimedRun
    private let agent: AgentProcess
    private let slot: RunSlot
    private let state: Mutex<State>

    init(worker: RunWorker, run: ClaimedRun, agent: AgentProcess, slot: RunSlot) {
        self.worker = worker
        self.run = run
        self.agent = agent
        self.slot = slot
        state = Mutex(State(mode: run.session.mode, model: run.session.model, effort: run.session.effort))
    }

    var isEmpty: Bool { state.withLock(\.open.isEmpty) }
    /// The requests whose answers the process has received.
    var sent: [RequestID] { state.withLock(\.sent) }

    /// Call this before the agent's output is stored: an answer may arrive as soon as the request is stored.
    func willStore(_ control: [ControlLine]) {
        for case .asks(let asked) in control { state.withLock { $0.open[asked.name] = false } }
    }

    /// Call this after the output is stored. Starts to wait if a request is open.
    func didStore(_ control: [ControlLine]) async {
        guard !control.isEmpty else { return }
        for line in control {
            switch line {
            case .asks(let asked): state.withLock { if $0.open[asked.name] != nil { $0.open[asked.name] = true } }
            case .cancels(let name): state.withLock { $0.open[name] = nil }
            case .unknown(let name): try? await agent.sendControl(ControlReply.refusing(name))
            case .answers: break
            }
        }
        if control.contains(where: \.isRequest), !isEmpty { wait() }
        if isEmpty { try? await goOn() }
    }

    /// Sends new answers, and a changed mode, to the agent. Must not be called concurrently.
    func deliver() async {
        let known = state.withLock { state in Set(state.open.filter(\.value).keys) }
        guard let instructions = try? await worker.store.runs.instructions(for: run.number) else { return }
        for request in instructions.answered {
            let name = request.asked.name
            guard let answer = request.answer, state.withLock({ $0.open[name] != nil }) else { continue }
            let isLast = state.withLock { $0.open.count == 1 }
            if isLast, (try? await goOn()) == nil { return }
            if answer.decision == .approve { state.withLock { $0.mode = .auto } }
            state.withLock { state in
                state.open[name] = nil
                state.sent.append(request.id)
            }
            // The agent has exited; its next process gets the answer.
            guard (try? await agent.sendControl(ControlReply.answering(request.asked, with: answer))) != nil else {
                return state.withLock { state in state.sent.removeAll { $0 == request.id } }
            }
        }
        await forget(known.subtracting(instructions.pending))
        if worker.configuration.agent.takesModes, state.withLock({ $0.mode != instructions.mode }) {
            state.withLock { $0.mode = instructions.mode }
            try? await agent.sendControl(ControlReply.set(instructions.mode, named: nextName()))
        }
    }

    /// Switches the agent to this model and effort from the next message on, if they changed.
    func use(model: String, effort: AgentEffort) async {
        guard worker.configuration.agent.takesModes else { return }
        let before = state.withLock { state in
            defer { (state.model, state.effort) = (model, effort) }
            return (state.model, state.effort)
        }
        if before.0 != model { try? await agent.sendControl(ControlReply.set(model: model, named: nextName())) }
        if before.1 != effort { try? await agent.sendControl(ControlReply.set(effort, named: nextName())) }
    }

    /// Asks the agent to end its turn. The run first gets its slot back.
    func interrupt() async {
        try? await goOn()
        try? await agent.sendControl(ControlReply.interrupt(named: nextName()))
    }

    /// Call this when the process has exited.
    func end() {
        state.withLock(\.timeout)?.cancel()
        worker.waiting.remove(run.number)
    }

    /// Removes requests that are no longer open in the database.
    private func forget(_ withdrawn: Set<String>) async {
        let isAnyForgotten = state.withLock { state in
            let count = state.open.count
            for name in withdrawn { state.open[name] = nil }
            return state.open.count < count
        }
        if isAnyForgotten, isEmpty { try? await goOn() }
    }

    private func nextName() -> String {
        state.withLock { state in
            state.asked += 1
            return "lodestone-\(run.output.number)-\(state.asked)"
        }
    }

    private func wait() {
        agent.setTime(isCounted: false)
        slot.release()
        state.withLock { $0.isWaiting = true }
        end(after: worker.configuration.answerTimeout)
        worker.waiting.add(run.number) { [weak self] in self?.end(after: .zero) }
    }

    /// Ends the process after `timeout` (at least `settling`), if it is still waiting then.
    private func end(after timeout: Duration) {
        state.withLock { state in
            guard state.isWaiting else { return }
            state.timeout?.cancel()
            state.timeout = Task { [agent] in
                try await Task.sleep(for: max(timeout, Self.settling))
                // Kill, not stop: an agent that is asked to exit withdraws its requests.
                agent.kill()
            }
        }
    }

    /// Resumes the run: waits for a slot and continues the time limit.
    ///
    /// - Throws: `CancellationError`.
    private func goOn() async throws {
        state.withLock { state in
            state.isWaiting = false
            state.timeout?.cancel()
            state.timeout = nil
        }
        try await slot.acquire()
        worker.waiting.remove(run.number)
        agent.setTime(isCounted: true)
    }
}

extension ControlLine {
    fileprivate var isRequest: Bool {
        if case .asks = self { true } else { false }
    }
}
