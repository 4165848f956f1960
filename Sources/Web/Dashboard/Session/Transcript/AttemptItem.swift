import Domain

/// The mark of an attempt's end.
struct AttemptItem {
    let title: String
    let isFailure: Bool
    /// Its duration and cost.
    let figures: String
    var reason: String?

    init(_ attempt: RunAttempt) {
        let cause =
            switch attempt.cause {
            case .message: ""
            case .retry: attempt.actor.map { ", retried by \($0)" } ?? ", retried"
            case .restart: ", after the server restarted"
            case .runner: ", after its runner was lost"
            }
        let outcome =
            switch attempt.outcome {
            case .completed: "completed"
            case .failed: "failed"
            case .waiting: "waiting for an answer"
            case .stopped: "stopped"
            case .interrupted: "interrupted"
            }
        title = "Attempt \(attempt.number)\(cause): \(outcome)"
        isFailure = attempt.outcome == .failed
        figures = [
            RunEndItem.duration(milliseconds: attempt.durationMs),
            attempt.costUsd > 0 ? RunEndItem.price(dollars: attempt.costUsd) : nil,
        ].compactMap(\.self).joined(separator: " · ")
        reason = attempt.reason.map { $0.firstLine(to: 1000) }
    }
}
