import Storage
import Synchronization

/// Limits the number of agent processes that wait for an answer, since they use memory: above the limit, the one that
/// has waited longest is ended. Its run continues with a new process once the answer is there.
final class WaitingAgents: Sendable {
    private let limit: Int
    /// In the order in which they started to wait.
    private let agents = Mutex<[(run: RunNumber, end: @Sendable () -> Void)]>([])

    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a run, unless it is already there.
    ///
    /// - Parameter end: ends the agent's process, now or soon.
    func add(_ run: RunNumber, end: @escaping @Sendable () -> Void) {
        let first = agents.withLock { agents -> (@Sendable () -> Void)? in
            guard !agents.contains(where: { $0.run == run }) else { return nil }
            agents.append((run, end))
            return agents.count > limit ? agents.removeFirst().end : nil
        }
        first?()
    }

    /// Call this when the run continues or its agent has exited; unknown runs are ignored.
    func remove(_ run: RunNumber) {
        agents.withLock { $0.removeAll { $0.run == run } }
    }
}
