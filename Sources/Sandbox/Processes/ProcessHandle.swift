import CProcess
import Glibc

/// A process referred to by a pidfd, so that a reused process number is never confused with it.
struct ProcessHandle: Sendable {
    let number: pid_t
    private let descriptor: Descriptor

    /// - Throws: `SystemCallError` when there is no process with this number.
    init(_ number: pid_t) throws(SystemCallError) {
        let descriptor = process_descriptor(number)
        guard descriptor >= 0 else { throw SystemCallError("pidfd_open") }
        self.number = number
        self.descriptor = Descriptor(descriptor)
    }

    /// Sends a signal; does nothing if the process has ended.
    func send(_ signal: CInt) {
        _ = process_signal(descriptor.number, signal)
    }

    /// Sends a signal to its whole process group; does nothing if the process has ended.
    func sendToGroup(_ signal: CInt) {
        let group = getpgid(number)
        guard group > 1, process_signal(descriptor.number, 0) == 0 else { return }
        _ = kill(-group, signal)
    }

    /// Returns when the process has ended. It must be a child of this process; call this exactly once.
    func waitForEnd() -> ProcessExit {
        var status: CInt = 0
        while waitpid(number, &status, 0) < 0 && errno == EINTR {}
        return ProcessExit(status: status)
    }
}
