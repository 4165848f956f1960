/// The kinds of notifications on people's devices. Each person can turn kinds off; by default all are on.
package enum PushKind: String, Sendable, CaseIterable {
    /// The agent has asked something and waits for a person's answer.
    case waits
    case finished
    case failed
    case pullRequestOpened
}
