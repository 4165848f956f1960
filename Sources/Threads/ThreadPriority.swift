import Glibc

/// The share of the processors that a thread gets when there are not enough for all. Agents have that of `low` by default.
package enum ThreadPriority: Int32, Sendable {
    /// For event loops and the writer: what everybody waits for.
    case normal = 0
    /// For what one request waits for: a third of a normal thread's share.
    case request = 5
    /// For long work: a tenth.
    case low = 10

    /// Sets the priority of the calling thread. It can't be raised again, and to set it once more has no effect.
    package func apply() {
        guard self != .normal else { return }
        // On Linux a process ID of 0 means the calling thread.
        setpriority(Int32(PRIO_PROCESS.rawValue), 0, rawValue)
    }
}
