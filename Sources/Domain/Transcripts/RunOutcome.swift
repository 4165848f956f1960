/// How an agent's run ended, according to its `result` line.
package enum RunOutcome: Equatable, Sendable {
    case completed
    case failed(reason: String)
}
