import CProcess
import Domain
import Glibc
import Threads

/// A command that was just started, with our ends of its pipes.
struct StartedProcess: Sendable {
    let supervisor: ProcessHandle
    let input: PipeWriter
    let output: PipeReader
    let errors: PipeReader
    /// Where it is told which the first process inside is.
    let report: PipeReader
    /// What bubblewrap waits for before it goes on.
    var gate: Descriptor?
    /// Who runs bubblewrap, when that isn't the server's user.
    var user: SandboxUser?
    var relay: SandboxRelay?

    /// How many milliseconds what bubblewrap said before it ended may take to arrive.
    private static let patience = 10_000

    /// Lets the command run.
    ///
    /// - Returns: it, and the sockets in its network that are to be served.
    /// - Throws: `SandboxError` with what bubblewrap printed when there will be no command.
    func contained(processes: Int) async throws -> (process: ContainedProcess, sockets: [Descriptor]) {
        guard let number = await firstProcess() else {
            supervisor.send(SIGTERM)
            let reason = String(decoding: await errors.next(within: Self.patience), as: UTF8.self).trimmed
            await endSupervisor()
            throw SandboxError.notStarted(reason: reason.isEmpty ? "it ended without a reason" : reason)
        }
        // Without a gate it may have ended already.
        let first = (try? ProcessHandle(number)) ?? supervisor
        var sockets: [Descriptor] = []
        if let gate {
            // Not earlier: before it has a user namespace of its own, all processes of our user would count.
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

    /// Reads `{"child-pid": N, …}`.
    private func firstProcess() async -> pid_t? {
        var text = ""
        while !text.contains("}") {
            let piece = await report.next(within: Launch.patience)
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
