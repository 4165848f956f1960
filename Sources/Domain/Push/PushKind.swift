/// What people are told of on their devices. Each person chooses which of them; a new one is told of all.
package enum PushKind: String, Sendable, CaseIterable {
    /// The agent has asked something and waits for a person.
    case waits
    case finished
    case failed
    case pullRequestOpened
}
