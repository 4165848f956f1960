package import Domain

/// A run dequeued for work, in its current state.
package struct ClaimedRun: Sendable {
    package let number: RunNumber
    package let session: Session
    package let authorEmail: String
    /// The agent's own id of the conversation; `nil` until the agent has printed it.
    package let agentSession: String?
    /// The commit that the changes are compared with; `nil` until there is a workspace.
    package let baseCommit: String?
    /// Whether the run's pull request is merged or closed; further work then needs a new branch.
    package let hasClosedPullRequest: Bool
    /// How far the last agent's output file was stored; its `number` is 0 if there is none.
    package let output: RunOutput
    package let prompts: [RunPrompt]
    /// Outcome of the last answer; `nil` before the first.
    package let outcome: RunOutcome?
}

/// Identifies a run by its session's number in the database.
package struct RunNumber: Hashable, Sendable {
    let session: Int64
}

/// One or more messages of people that an agent hasn't answered.
package struct RunPrompt: Equatable, Sendable {
    /// The sequence number of the prompt in the transcript.
    package let sequence: Int
    package let text: String
    /// Whether the prompt was delivered to an agent, which may have received it.
    package let isDelivered: Bool
    /// Whether an agent has certainly received all of it, because it printed something afterwards.
    package let isReceived: Bool
    /// The sequence numbers of all messages that make up the prompt.
    package let sequences: ClosedRange<Int>

    /// Stands for the prompt when an agent answers and none is waiting.
    package static let none = RunPrompt(sequence: 0, text: "", isDelivered: true, isReceived: true, sequences: 0...0)
}

/// A prompt about to be delivered to an agent, with the model and effort for the answer.
package struct DeliveredPrompt: Sendable {
    package let prompt: RunPrompt
    package let model: String
    package let effort: AgentEffort

    package init(prompt: RunPrompt, model: String, effort: AgentEffort) {
        self.prompt = prompt
        self.model = model
        self.effort = effort
    }
}

/// How much of an agent's output is stored.
package struct RunOutput: Equatable, Sendable {
    /// The number of the agent's process, from 1; each process has its own output.
    package let number: Int
    /// In bytes.
    package let offset: Int
}
