import Domain
import Logging
import Storage

/// How a run ends.
struct RunConclusion: Sendable {
    var outcome: RunOutcome
    /// Whether somebody ended the agent.
    var isStopped = false
    /// Whether it goes on when people have answered what the agent asked.
    var isWaiting = false
    /// The last thing said that the run took up.
    var seen: Int
    /// Why there is no pull request.
    var note: String?
    /// What of the agent's work is not in the changes.
    var leftOut: [LeftOutWork] = []

    /// Stores it, however often that has to be tried: nothing else would ever end the run.
    ///
    /// - Returns: `false` when the session is gone.
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
                logger.error("the end of a run was not stored", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
            }
        }
        return true
    }
}
