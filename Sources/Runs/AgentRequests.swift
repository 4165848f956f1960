import Domain
import Sandbox
import Storage
import Synchronization

/// What an agent's process asks people, from its asking to the delivery of the answer. While it waits the run has no place
/// among those that are worked on, and its time doesn't count.
final class AgentRequests: Sendable {
    /// How long an agent that asked is left running at least: it writes what it asked to its conversation a moment later,
    /// and another process could not go on without that.
    private static let settling: Duration = .seconds(3)

    private struct State {
        /// By their names, whether they are stored yet.
        var open: [String: Bool] = [:]
        /// Those whose answers were sent.
        var sent: [RequestID] = []
        /// What the process works with, as far as people may choose it.
        var mode: SessionMode
        var model: String
        var effort: AgentEffort
        /// How many lines were sent of our own asking.
        var asked = 0
        var isWaiting = false
        var patience: Task<Void, any Error>?
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
    /// Those whose answers the process has got.
    var sent: [RequestID] { state.withLock(\.sent) }

    /// To be called before what the agent printed is stored: its answer may come as soon as that is.
    func willStore(_ control: [ControlLine]) {
        for case .asks(let asked) in control { state.withLock { $0.open[asked.name] = false } }
    }

    /// To be called after it is stored.
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

    /// Sends the answers that have come, and what mode people have chosen. For one caller at a time.
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
            // An agent that doesn't listen has ended: its next process is told.
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

    /// Has the agent work with another model or effort from the next message on, if people have chosen one.
    func use(model: String, effort: AgentEffort) async {
        guard worker.configuration.agent.takesModes else { return }
        let before = state.withLock { state in
            defer { (state.model, state.effort) = (model, effort) }
            return (state.model, state.effort)
        }
        if before.0 != model { try? await agent.sendControl(ControlReply.set(model: model, named: nextName())) }
        if before.1 != effort { try? await agent.sendControl(ControlReply.set(effort, named: nextName())) }
    }

    /// Asks the agent to end its turn.
    func interrupt() async {
        try? await goOn()
        try? await agent.sendControl(ControlReply.interrupt(named: nextName()))
    }

    /// To be called when the process has ended.
    func end() {
        state.withLock(\.patience)?.cancel()
        worker.waiting.remove(run.number)
    }

    /// Those that nobody answers any more.
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
        slot.give()
        state.withLock { $0.isWaiting = true }
        end(after: worker.configuration.patience)
        worker.waiting.add(run.number) { [weak self] in self?.end(after: .zero) }
    }

    /// Ends the process after that time, if it still waits then.
    private func end(after patience: Duration) {
        state.withLock { state in
            guard state.isWaiting else { return }
            state.patience?.cancel()
            state.patience = Task { [agent] in
                try await Task.sleep(for: max(patience, Self.settling))
                // At once: when it is asked to end, it takes its requests back.
                agent.kill()
            }
        }
    }

    /// - Throws: `CancellationError`.
    private func goOn() async throws {
        state.withLock { state in
            state.isWaiting = false
            state.patience?.cancel()
            state.patience = nil
        }
        try await slot.take()
        worker.waiting.remove(run.number)
        agent.setTime(isCounted: true)
    }
}

extension ControlLine {
    fileprivate var isRequest: Bool {
        if case .asks = self { true } else { false }
    }
}
