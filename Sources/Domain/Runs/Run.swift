/// What the sandbox does, or did, for a session.
package struct Run: Equatable, Sendable {
    package var stage: RunStage
    /// How far the stage is, when that is known.
    package var progress: RunProgress?
    package var usage: AgentUsage
    /// Why there is no pull request, for the person who opens the session.
    package var note: String?
    /// What of the agent's work is not in the changes.
    package var leftOut: [LeftOutWork]
    /// Hosts that the agent wanted to reach and didn't.
    package var refusedHosts: [RefusedHost]
    /// What the session changed; `nil` until that is known.
    package var changes: ChangeCount?
    /// While the agent waits to call its model again.
    package var apiRetry: APIRetry?
    /// The size of the workspace's archive, where its work could not be saved in another way.
    package var archiveBytes: Int?
    /// The latest ones that ended, in their order.
    package var attempts: [RunAttempt]
    /// Those that the agent was given, as it told at the beginning of its latest turn.
    package var mcpServers: [AgentStart.MCPServer]
    /// The places of what people said that no agent was told.
    package var unheard: [Int]

    package init(
        stage: RunStage, progress: RunProgress? = nil, usage: AgentUsage = AgentUsage(), note: String? = nil,
        leftOut: [LeftOutWork] = [], refusedHosts: [RefusedHost] = [], changes: ChangeCount? = nil,
        apiRetry: APIRetry? = nil, archiveBytes: Int? = nil, attempts: [RunAttempt] = [], unheard: [Int] = [],
        mcpServers: [AgentStart.MCPServer] = []
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
        self.unheard = unheard
        self.mcpServers = mcpServers
    }

    /// Of what no agent was told: all that waits for its turn.
    package var queued: [Int] { stage == .ended ? [] : unheard }
    /// Of what no agent was told: all that waits for nothing any more.
    package var undelivered: [Int] { stage == .ended ? unheard : [] }
}

package enum RunStage: String, Sendable, CaseIterable {
    case queued, cloning, preparing, working
    /// The agent has asked people something. It is never stored: it follows from the requests.
    case waiting
    case publishing, ended
}

/// A part of a stage, as git names it, and how much of it is done.
package struct RunProgress: Equatable, Sendable {
    package let step: String
    package let percent: Int

    package init(step: String, percent: Int) {
        self.step = step
        self.percent = percent
    }
}

/// How much a session changed.
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
