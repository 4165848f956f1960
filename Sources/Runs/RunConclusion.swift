import Domain
import Logging
import Storage

/// The result of a run, as it is stored at its end.
struct RunConclusion: Sendable {
    var outcome: RunOutcome
    /// Whether a user stopped the agent.
    var isStopped = false
    /// Whether the run waits for an answer and continues then.
    var isWaiting = false
    /// Sequence number of the last message that the run handled.
    var seen: Int
    /// Why there is no pull request, and other remarks for the user.
    var note: String?
    /// Parts of the agent's work that are missing from the changes.
    var leftOut: [LeftOutWork] = []

    /// Stores the conclusion, retrying every five seconds until it succeeds: nothing else would end the run.
    func store(of run: RunNumber, in runs: RunStore, clock: Clock, logger: Logger) async -> Bool {
        while !Task.isCancelled {
            do {
                if isWaiting {
                    return try await runs.park(
                        run, outcome: outcome, seen: seen, note: note, leftOut: leftOut, at: clock.now())
                }
                return try await runs.finish(
                    run, with: outcome, isStopped: isStopped, seen: seen, note: note, leftOut: leftOut, at: clock.now())
            } catch {
                logger.error("the end of a run could not be stored", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
            }
        }
        return true
    }
}
