import Glibc
import Threads

/// A command with its supervisor, a child of this process. No descendant of the command can escape the supervisor.
struct ContainedProcess: Sendable {
    private let supervisor: ProcessHandle
    /// The first process inside: bubblewrap's, which is in the command's process group, or the command itself.
    private let first: ProcessHandle

    init(supervisor: ProcessHandle, first: ProcessHandle) {
        self.supervisor = supervisor
        self.first = first
    }

    /// The supervisor's process number.
    var number: pid_t { supervisor.number }

    /// Sends SIGINT, as Ctrl-C does, to the command and its process group.
    func interrupt() {
        first.sendToGroup(SIGINT)
    }

    /// Kills all its processes at once.
    func kill() {
        supervisor.send(SIGTERM)
    }

    /// Returns when none of its processes are left. Must be called exactly once.
    func waitForEnd() async -> ProcessExit {
        await WorkerThreads().run { supervisor.waitForEnd() }
    }
}
