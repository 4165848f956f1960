import CProcess
import Domain
import Glibc
import Threads

/// A command that was just started, with the server's ends of its pipes.
struct StartedProcess: Sendable {
    let supervisor: ProcessHandle
    let input: PipeWriter
    let output: PipeReader
    let errors: PipeReader
    /// Bubblewrap reports here the number of the first process inside.
    let report: PipeReader
    /// Bubblewrap waits for a byte from this before it starts the command.
    var gate: Descriptor?
    /// The user that runs bubblewrap; `nil` for the server's user.
    var user: SandboxUser?
    var relay: SandboxRelay?

    /// Timeout in milliseconds for reading bubblewrap's error output.
    private static let errorTimeout = 10_000

    /// Sets the limits and lets the command start.
    ///
    /// - Parameter processes: the maximum number of processes in the sandbox.
    /// - Returns: the process, and the listening sockets in its network, which the caller must serve.
    /// - Throws: `SandboxError` with bubblewrap's output when the command cannot start.
    func contained(processes: Int) async throws -> (process: ContainedProcess, sockets: [Descriptor]) {
        guard let number = await firstProcess() else {
            supervisor.send(SIGTERM)
            let reason = String(decoding: await errors.next(within: Self.errorTimeout), as: UTF8.self).trimmed
            await endSupervisor()
            throw SandboxError.notStarted(reason: reason.isEmpty ? "it ended without a reason" : reason)
        }
        // Without a gate, the command may have ended already.
        let first = (try? ProcessHandle(number)) ?? supervisor
        var sockets: [Descriptor] = []
        if let gate {
            // Not earlier: before bubblewrap has its own user namespace, all processes of its user would count.
            do throws(SystemCallError) {
                guard process_limit_count(number, UInt64(processes), user?.number ?? 0) == 0 else {
                    throw SystemCallError("prlimit")
                }
                if let relay { sockets = try await relay.listen(inNetworkOf: number, user: user) }
            } catch {
                await endSupervisor()
                throw SandboxError.notStarted(reason: error.description)
            }
            _ = process_write(gate.number, "\n", 1)
        }
        return (ContainedProcess(supervisor: supervisor, first: first), sockets)
    }

    /// Parses `{"child-pid": N, …}`.
    private func firstProcess() async -> pid_t? {
        var text = ""
        while !text.contains("}") {
            let piece = await report.next(within: Launch.startTimeout)
            guard !piece.isEmpty else { return nil }
            text += String(decoding: piece, as: UTF8.self)
        }
        return text.firstMatch(of: /"child-pid": *([0-9]+)/).flatMap { pid_t($0.1) }
    }

    private func endSupervisor() async {
        supervisor.send(SIGTERM)
        let supervisor = supervisor
        await WorkerThreads().run { _ = supervisor.waitForEnd() }
    }
}
