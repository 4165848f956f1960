import Domain

/// The mark of an attempt's end, where the end of the agent's turn doesn't already say it.
struct AttemptItem {
    let title: String
    let isFailure: Bool
    /// Its duration and cost.
    let figures: String
    var reason: String?

    /// - Parameter turn: the end of the agent's last turn in this attempt.
    /// - Returns: `nil` for a first attempt that ended as its last turn did, and for one that ended with a request,
    ///   which has a mark of its own.
    init?(_ attempt: RunAttempt, after turn: RunEndItem?) {
        guard attempt.outcome != .waiting else { return nil }
        let cause: String? =
            switch attempt.cause {
            case .message: nil
            case .retry: attempt.actor.map { "retried by \($0)" } ?? "retried"
            case .restart: "after the server restarted"
            case .runner: "after its runner was lost"
            }
        if let turn, cause == nil {
            if attempt.outcome == .completed && !turn.isFailure { return nil }
            if attempt.outcome == .failed && turn.isFailure && [nil, turn.reason].contains(attempt.reason) {
                return nil
            }
            if attempt.outcome == .stopped { return nil }
        }
        let outcome =
            switch attempt.outcome {
            case .completed, .waiting: "completed"
            case .failed: "failed"
            case .stopped: "stopped"
            case .interrupted: "interrupted"
            }
        title =
            cause.map { "Attempt \(attempt.number), \($0): \(outcome)" } ?? outcome.prefix(1).uppercased()
            + outcome.dropFirst()
        isFailure = attempt.outcome == .failed
        figures = [
            RunEndItem.duration(milliseconds: attempt.durationMs),
            attempt.costUsd > 0 ? RunEndItem.price(dollars: attempt.costUsd) : nil,
        ].compactMap(\.self).joined(separator: " · ")
        reason = attempt.reason.map { $0.firstLine(to: 1000) }
    }
}
