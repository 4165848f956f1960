/// The state of the sandbox's work for a session.
package struct Run: Equatable, Sendable {
    package var stage: RunStage
    /// The progress of the stage, if it is known.
    package var progress: RunProgress?
    package var usage: AgentUsage
    /// Why there is no pull request, as a text for people.
    package var note: String?
    /// The parts of the agent's work that are not in the changes.
    package var leftOut: [LeftOutWork]
    /// Hosts that the agent tried to reach and was refused.
    package var refusedHosts: [RefusedHost]
    /// The size of the session's changes; `nil` until it is known.
    package var changes: ChangeCount?
    /// Set while the agent waits before it calls its model again.
    package var apiRetry: APIRetry?
    /// The size of the workspace's archive in bytes, if the work could not be saved in another way.
    package var archiveBytes: Int?
    /// The most recent ended attempts, in order.
    package var attempts: [RunAttempt]
    /// The MCP servers that the agent has, as it reported at the beginning of its latest turn.
    package var mcpServers: [AgentStart.MCPServer]
    /// The sequence numbers of people's messages that no agent has received.
    package var pending: [Int]
    /// The labels that a queued run's environment asks of its runner.
    package var runnerLabels: RunnerLabels

    package init(
        stage: RunStage, progress: RunProgress? = nil, usage: AgentUsage = AgentUsage(), note: String? = nil,
        leftOut: [LeftOutWork] = [], refusedHosts: [RefusedHost] = [], changes: ChangeCount? = nil,
        apiRetry: APIRetry? = nil, archiveBytes: Int? = nil, attempts: [RunAttempt] = [], pending: [Int] = [],
        mcpServers: [AgentStart.MCPServer] = [], runnerLabels: RunnerLabels = .none
    ) {
        self.stage = stage
        self.progress = progress
        self.usage = usage
        self.note = note
        self.leftOut = leftOut
        self.refusedHosts = refusedHosts
        self.changes = changes
        self.apiRetry = apiRetry
        self.archiveBytes = archiveBytes
        self.attempts = attempts
        self.pending = pending
        self.mcpServers = mcpServers
        self.runnerLabels = runnerLabels
    }

    /// The messages in `pending` that will be delivered.
    package var queued: [Int] { stage == .ended ? [] : pending }
    /// The messages in `pending` that will not be delivered, since the run has ended.
    package var undelivered: [Int] { stage == .ended ? pending : [] }
}

package enum RunStage: String, Sendable, CaseIterable {
    case queued, cloning, preparing, working
    /// The agent waits for an answer. This stage is never stored: it follows from the requests.
    case waiting
    case publishing, ended
}

/// A step of a stage, named as git names it, and its progress.
package struct RunProgress: Equatable, Sendable {
    package let step: String
    package let percent: Int

    package init(step: String, percent: Int) {
        self.step = step
        self.percent = percent
    }
}

/// The size of a session's changes.
package struct ChangeCount: Equatable, Sendable {
    package let files: Int
    package let addedLines: Int
    package let removedLines: Int

    package init(files: Int, addedLines: Int, removedLines: Int) {
        self.files = files
        self.addedLines = addedLines
        self.removedLines = removedLines
    }
}
