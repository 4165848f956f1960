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

/// A change that a line of the transcript makes to the plan.
package enum TaskChange: Equatable, Sendable {
    /// `TaskCreate`. It is read from the result, since only that has the id.
    case add(id: String, title: String)
    /// `TaskUpdate`.
    case setStatus(id: String, AgentTask.Status)
    case rename(id: String, title: String)
    case remove(id: String)
    /// `TodoWrite`: every call replaces the list.
    case replaceAll([AgentTask])
}
