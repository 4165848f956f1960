import Glibc

/// A command under the process that contains it: bubblewrap, or one of ours. What it starts can't leave either.
struct ContainedProcess: Sendable {
    private let container: ProcessHandle
    /// The first process inside: bubblewrap's, in the command's group, or the command itself.
    private let first: ProcessHandle
    private let isSupervised: Bool

    init(container: ProcessHandle, first: ProcessHandle, isSupervised: Bool) {
        self.container = container
        self.first = first
        self.isSupervised = isSupervised
    }

    var number: pid_t { container.number }

    /// Sends the command and its process group what Ctrl-C does.
    func interrupt() {
        first.sendToGroup(SIGINT)
    }

    /// Ends all of it at once.
    func kill() {
        // The end of a process namespace's first process is that of all the others.
        isSupervised ? container.send(SIGTERM) : first.send(SIGKILL)
    }

    /// Returns when nothing of it is left. Must be called exactly once.
    func waitForEnd() async -> ProcessExit {
        await BlockingQueue("process-end").run {
            var status: CInt = 0
            while waitpid(container.number, &status, 0) < 0 && errno == EINTR {}
            if !isSupervised { first.waitForEnd() }
            return ProcessExit(status: status)
        }
    }
}
