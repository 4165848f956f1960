/// A runner no longer works on its run: the run is queued again, and continues from what is stored.
struct RunnerLost: Error, Equatable {
    /// A sentence for the session's users.
    let reason: String

    static let silent = RunnerLost(reason: "The runner was lost; the agent continues.")
    static let restart = RunnerLost(reason: "The server restarted; the agent continues.")
    static let stopping = RunnerLost(reason: "The runner stopped; the agent continues on another one.")
    static let revoked = RunnerLost(reason: "The runner lost its access; the agent continues on another one.")
}
