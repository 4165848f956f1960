/// A runner no longer works on its run: the run is queued again, and continues from what is stored.
struct RunnerLost: Error, Equatable {
    /// A sentence for the session's users.
    let reason: String
    /// Whether the run itself may be why, such as by an agent that takes all memory of the machine.
    var mayBeCausedByRun = false

    static let silent = RunnerLost(reason: "The runner was lost; the agent continues.", mayBeCausedByRun: true)
    static let restart = RunnerLost(reason: "The server restarted; the agent continues.")
    static let stopping = RunnerLost(reason: "The runner stopped; the agent continues on another one.")
    static let revoked = RunnerLost(reason: "The runner lost its access; the agent continues on another one.")
}
