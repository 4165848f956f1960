import Domain
import Sandbox
import Storage
import Threads

/// Applies the users' decisions to a running agent: delivers answers, interrupts it, stops it.
struct AgentWatch: Sendable {
    /// Grace period for an interrupted agent to end its turn; it is then stopped.
    private static let grace: Duration = .seconds(30)

    let worker: RunWorker
    let run: ClaimedRun
    let agent: AgentProcess
    let progress: ConversationProgress
    let requests: AgentRequests
    let turn: AsyncSemaphore

    /// Returns when the task is cancelled or the agent was stopped.
    func watch() async {
        await withDiscardingTaskGroup { group in
            // Delivering an answer may wait for a slot; a stop must not.
            group.addTask { await deliver() }
            await heed()
            group.cancelAll()
        }
    }

    private func deliver() async {
        var signals = worker.store.runs.signals(of: run.session.id).makeAsyncIterator()
        repeat {
            await requests.deliver()
            // The agent ended its turn before the answer came, and has nothing more to do.
            if progress.isAnswered, requests.isEmpty {
                agent.finishInput()
                guard (try? await Task.sleep(for: Self.grace)) != nil else { return }
                return await agent.stop()
            }
        } while await signals.next() != nil
    }

    /// Stops or interrupts the agent when a user asks for it.
    private func heed() async {
        var signals = worker.store.runs.signals(of: run.session.id).makeAsyncIterator()
        var interrupted: RunPrompt?
        var stop: Task<Void, any Error>?
        defer { stop?.cancel() }
        repeat {
            guard let prompt = progress.prompt else { continue }
            guard (try? await worker.store.runs.isWanted(run.number, for: prompt)) == false else { continue }
            if (try? await worker.store.runs.isRedirected(run.number)) == true {
                guard prompt != interrupted else { continue }
                interrupted = prompt
                stop?.cancel()
                // In a task of its own: an interruption may wait for a slot, and a stop must not wait behind it.
                stop = Task {
                    guard await interrupt(prompt) else { return }
                    try await Task.sleep(for: Self.grace)
                    if progress.stop(prompt) { await agent.stop() }
                }
            } else if progress.stop(prompt) {
                return await agent.stop()
            }
        } while await signals.next() != nil
    }

    /// - Returns: `false` when the prompt is already answered, or its answer is being stored.
    private func interrupt(_ prompt: RunPrompt) async -> Bool {
        guard (try? await turn.acquire()) != nil else { return false }
        defer { turn.release() }
        guard progress.isAnswering(prompt) else { return false }
        await requests.interrupt()
        return true
    }
}
