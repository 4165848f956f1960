import Storage
import Synchronization

/// The processes of agents that wait for people, which cost memory: of more than so many, the one that has waited longest
/// is ended. Its run goes on with another once it is answered.
final class WaitingAgents: Sendable {
    private let limit: Int
    /// In the order in which they began to wait.
    private let agents = Mutex<[(run: RunNumber, end: @Sendable () -> Void)]>([])

    init(limit: Int) {
        self.limit = limit
    }

    /// - Parameter end: ends the agent's process, now or soon.
    func add(_ run: RunNumber, end: @escaping @Sendable () -> Void) {
        let first = agents.withLock { agents -> (@Sendable () -> Void)? in
            guard !agents.contains(where: { $0.run == run }) else { return nil }
            agents.append((run, end))
            return agents.count > limit ? agents.removeFirst().end : nil
        }
        first?()
    }

    func remove(_ run: RunNumber) {
        agents.withLock { $0.removeAll { $0.run == run } }
    }
}
