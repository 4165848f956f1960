import Domain
import Sandbox
import Storage
import Threads

/// Does what people decide while an agent is at work: brings it their answers, interrupts it, ends it.
struct AgentWatch: Sendable {
    /// How long an agent may take to end the turn that it was asked to end; one that doesn't is ended itself.
    private static let grace: Duration = .seconds(30)

    let worker: RunWorker
    let run: ClaimedRun
    let agent: AgentProcess
    let progress: ConversationProgress
    let requests: AgentRequests
    let turn: AsyncSemaphore

    /// Returns when the task is cancelled, or the agent was ended.
    func watch() async {
        await withDiscardingTaskGroup { group in
            // An answer may have to wait for a place among the runs that are worked on; a stop has not.
            group.addTask { await deliver() }
            await heed()
            group.cancelAll()
        }
    }

    private func deliver() async {
        var signals = worker.store.runs.changeSignal.signals().makeAsyncIterator()
        repeat {
            await requests.deliver()
            // It ended its turn before it was answered, and has nothing more to do.
            if progress.isAnswered, requests.isEmpty {
                agent.finishInput()
                guard (try? await Task.sleep(for: Self.grace)) != nil else { return }
                return await agent.stop()
            }
        } while await signals.next() != nil
    }

    /// Stops or interrupts the agent when people want that.
    private func heed() async {
        var signals = worker.store.runs.changeSignal.signals().makeAsyncIterator()
        var interrupted: RunPrompt?
        var patience: Task<Void, any Error>?
        defer { patience?.cancel() }
        repeat {
            guard let prompt = progress.prompt else { continue }
            guard (try? await worker.store.runs.isWanted(run.number, for: prompt)) == false else { continue }
            if (try? await worker.store.runs.isRedirected(run.number)) == true {
                guard prompt != interrupted else { continue }
                interrupted = prompt
                patience?.cancel()
                // It may have to wait for a place among the runs that are worked on, and a stop comes first.
                patience = Task {
                    guard await interrupt(prompt) else { return }
                    try await Task.sleep(for: Self.grace)
                    if progress.stop(prompt) { await agent.stop() }
                }
            } else if progress.stop(prompt) {
                return await agent.stop()
            }
        } while await signals.next() != nil
    }

    /// - Returns: `false` when the prompt is answered already, or about to be.
    private func interrupt(_ prompt: RunPrompt) async -> Bool {
        guard (try? await turn.take()) != nil else { return false }
        defer { turn.give() }
        guard progress.isAnswering(prompt) else { return false }
        await requests.interrupt()
        return true
    }
}
