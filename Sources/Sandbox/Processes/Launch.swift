import CProcess
import Glibc
import Threads

/// A program about to be started, with nothing of this process but what is listed.
struct Launch: Sendable {
    let path: String
    let arguments: [String]
    let environment: [String: String]
    /// Where it begins.
    let directory: String
    /// What become its descriptors 0, 1, 2 and so on.
    let descriptors: [Descriptor]
    let limits: SandboxLimits
    /// Who runs it; `nil` for the server's user.
    let user: SandboxUser?
    /// Whether `{"child-pid": N}` is written to descriptor 3; else the program does that itself.
    let isReported: Bool
    /// Stay open until the last process has ended.
    let held: [Descriptor]
    /// Opens the process that was started.
    var handle: @Sendable (pid_t) throws(SystemCallError) -> ProcessHandle = { number throws(SystemCallError) in
        try ProcessHandle(number)
    }

    /// How long it may take until the program runs: longer only where a path is on a disk that doesn't answer.
    static let patience = 60_000

    /// The one thread that starts processes. It never ends, because the kernel ends a process that is to die with its
    /// parent as soon as the *thread* that started it does. It only starts supervisors, and waits for nothing else.
    private static let thread = WorkerThreads()

    /// - Returns: the process that watches over it.
    /// - Throws: `SandboxError` when there is no process; none is left then.
    func start() async throws -> ProcessHandle {
        let (number, status) = try await Self.thread.run { try startSupervisor() }
        // A thread of its own, on which an answer may come late or never.
        return try await WorkerThreads().run {
            var failure = ProcessFailure()
            do throws(SystemCallError) {
                let supervisor = try handle(number)
                if process_await_start(status.number, CInt(Self.patience), &failure) { return supervisor }
            } catch {
                failure = process_failure(error.operation, error.code)
            }
            Self.end(number)
            throw error(failure)
        }
    }

    /// Ends a supervisor that nobody watches yet, and with it what it has started, and leaves no zombie.
    private static func end(_ supervisor: pid_t) {
        kill(supervisor, SIGTERM)
        for _ in 0..<500 {
            if waitpid(supervisor, nil, WNOHANG) != 0 { return }
            usleep(10_000)
        }
        // What waits for a disk that doesn't answer ends when that does.
        kill(supervisor, SIGKILL)
        Task.detached {
            await WorkerThreads().run {
                while waitpid(supervisor, nil, 0) < 0 && errno == EINTR {}
            }
        }
    }

    private func error(_ failure: ProcessFailure) -> SandboxError {
        .notStarted(reason: "\(path): \(SystemCallError(failure))")
    }

    private func startSupervisor() throws -> (pid_t, Descriptor) {
        var failure = ProcessFailure()
        var status: CInt = -1
        let process = startOnThisThread(&status, &failure)
        guard process > 0 else { throw error(failure) }
        return (process, Descriptor(status))
    }

    private func startOnThisThread(_ status: inout CInt, _ failure: inout ProcessFailure) -> pid_t {
        let texts = CStringList([path, directory])
        let argumentList = CStringList([path] + arguments)
        let environmentList = CStringList(environment.map { "\($0)=\($1)" })
        let pathList = CStringList(user?.paths ?? [])
        // Those to be held follow the others.
        let numbers = (descriptors + held).map(\.number)
        return numbers.withUnsafeBufferPointer { numbers in
            withExtendedLifetime((texts, argumentList, environmentList, pathList)) {
                guard let path = texts.pointer[0], let directory = texts.pointer[1],
                    let numberList = numbers.baseAddress
                else { return -1 }
                var request = ProcessRequest(
                    path: path, arguments: argumentList.pointer, environment: environmentList.pointer,
                    directory: directory, descriptors: numberList, descriptorCount: CInt(descriptors.count),
                    fileSize: UInt64(limits.diskBytes), niceness: CInt(limits.niceness),
                    user: ProcessUser(
                        number: user?.number ?? 0, paths: pathList.pointer,
                        ownedCount: CInt(user?.ownedCount ?? 0)),
                    held: numberList + descriptors.count, heldCount: CInt(held.count), isReported: isReported)
                return process_start(&request, &status, &failure)
            }
        }
    }
}
