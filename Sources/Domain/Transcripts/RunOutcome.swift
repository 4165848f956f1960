/// How an agent's run ended, as its `result` line tells.
package enum RunOutcome: Equatable, Sendable {
    case completed
    case failed(reason: String)
}
