import Glibc
import Threads

/// A command under the process of ours that watches over it. Nothing that it starts can leave that.
struct ContainedProcess: Sendable {
    private let supervisor: ProcessHandle
    /// The first process inside: bubblewrap's, in the command's group, or the command itself.
    private let first: ProcessHandle

    init(supervisor: ProcessHandle, first: ProcessHandle) {
        self.supervisor = supervisor
        self.first = first
    }

    /// The supervisor's.
    var number: pid_t { supervisor.number }

    /// Sends the command and its process group what Ctrl-C does.
    func interrupt() {
        first.sendToGroup(SIGINT)
    }

    /// Ends all of it at once.
    func kill() {
        supervisor.send(SIGTERM)
    }

    /// Returns when nothing of it is left. Must be called exactly once.
    func waitForEnd() async -> ProcessExit {
        await WorkerThreads().run { supervisor.waitForEnd() }
    }
}
