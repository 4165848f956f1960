/// A step of the agent's plan.
package struct AgentTask: Equatable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case pending
        case inProgress = "in_progress"
        case completed
    }

    package let id: String
    package let title: String
    package let status: Status

    package init(id: String, title: String, status: Status) {
        self.id = id
        self.title = title
        self.status = status
    }
}

/// What a line of the transcript does to the plan.
package enum TaskChange: Equatable, Sendable {
    /// `TaskCreate`: known by its result, which alone carries the id.
    case add(id: String, title: String)
    /// `TaskUpdate`.
    case setStatus(id: String, AgentTask.Status)
    case rename(id: String, title: String)
    case remove(id: String)
    /// `TodoWrite`: every call replaces the list.
    case replaceAll([AgentTask])
}
