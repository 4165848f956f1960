extension [AgentTask] {
    /// Applies a change of the agent's plan. A change of an unknown task has no effect.
    package mutating func apply(_ change: TaskChange) {
        switch change {
        case .replaceAll(let tasks):
            self = tasks
        case .add(let id, let title):
            removeAll { $0.id == id }
            append(AgentTask(id: id, title: title, status: .pending))
        case .setStatus(let id, let status):
            replace(id) { AgentTask(id: id, title: $0.title, status: status) }
        case .rename(let id, let title):
            replace(id) { AgentTask(id: id, title: title, status: $0.status) }
        case .remove(let id):
            removeAll { $0.id == id }
        }
    }

    private mutating func replace(_ id: String, with make: (AgentTask) -> AgentTask) {
        guard let index = firstIndex(where: { $0.id == id }) else { return }
        self[index] = make(self[index])
    }
}
