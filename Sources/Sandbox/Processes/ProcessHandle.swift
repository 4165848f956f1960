import CProcess
import Glibc

/// A process by a descriptor of it, so that no other with its number is ever meant.
struct ProcessHandle: Sendable {
    let number: pid_t
    private let descriptor: Descriptor

    /// - Throws: `SystemCallError` when there is none with the number.
    init(_ number: pid_t) throws(SystemCallError) {
        let descriptor = process_descriptor(number)
        guard descriptor >= 0 else { throw SystemCallError("pidfd_open") }
        self.number = number
        self.descriptor = Descriptor(descriptor)
    }

    /// Sends nothing when it has ended.
    func send(_ signal: CInt) {
        _ = process_signal(descriptor.number, signal)
    }

    /// Sends to all of its process group.
    func sendToGroup(_ signal: CInt) {
        let group = getpgid(number)
        guard group > 1, process_signal(descriptor.number, 0) == 0 else { return }
        _ = kill(-group, signal)
    }

    /// Returns when it has ended. Must be called exactly once, of a child of this process.
    func waitForEnd() -> ProcessExit {
        var status: CInt = 0
        while waitpid(number, &status, 0) < 0 && errno == EINTR {}
        return ProcessExit(status: status)
    }
}
