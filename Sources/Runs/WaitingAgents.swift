import Sandbox
import Storage
import Synchronization

/// The processes of agents that wait for people, which cost memory: of more than so many, the one that has waited longest
/// is ended. Its run goes on with another once it is answered.
final class WaitingAgents: Sendable {
    private let limit: Int
    /// In the order in which they began to wait.
    private let agents = Mutex<[(run: RunNumber, agent: AgentProcess)]>([])

    init(limit: Int) {
        self.limit = limit
    }

    func add(_ agent: AgentProcess, of run: RunNumber) {
        let first = agents.withLock { agents -> AgentProcess? in
            guard !agents.contains(where: { $0.run == run }) else { return nil }
            agents.append((run, agent))
            return agents.count > limit ? agents.removeFirst().agent : nil
        }
        // At once: when it is asked to end, it takes its requests back.
        first?.kill()
    }

    func remove(_ run: RunNumber) {
        agents.withLock { $0.removeAll { $0.run == run } }
    }
}
