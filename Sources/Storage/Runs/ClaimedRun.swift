package import Domain

/// A run that was taken from the queue, as it stands.
package struct ClaimedRun: Sendable {
    package let number: RunNumber
    package let session: Session
    package let authorEmail: String
    /// The agent's own id of the conversation, once it has told it.
    package let agentSession: String?
    /// What its changes are compared with; `nil` until there is a workspace.
    package let baseCommit: String?
    /// Whether what was done became a pull request that takes no more: what follows needs another branch.
    package let isOver: Bool
    /// The agent's output that may not be stored to its end; 0 for none.
    package let output: RunOutput
    package let prompts: [RunPrompt]
    /// Of the last answer; `nil` before the first.
    package let outcome: RunOutcome?
}

/// A run's session, as the database knows it.
package struct RunNumber: Hashable, Sendable {
    let session: Int64
}

/// Something that a person said and that isn't answered.
package struct RunPrompt: Equatable, Sendable {
    /// Its place in the transcript.
    package let sequence: Int
    package let text: String
    /// Whether an agent may have got it.
    package let isDelivered: Bool
    /// Whether an agent has surely got all of it, since it said something after that.
    package let isTakenUp: Bool
    /// The places in the transcript of all messages that it is made of.
    package let sequences: ClosedRange<Int>

    /// For an answer to nothing that waits for one.
    package static let none = RunPrompt(sequence: 0, text: "", isDelivered: true, isTakenUp: true, sequences: 0...0)
}

/// What an agent is about to be told, and with what it is to answer.
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
    /// Each process of an agent has its own, from 1.
    package let number: Int
    /// In bytes.
    package let offset: Int
}
