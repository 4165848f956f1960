import CProcess
import Glibc
import Threads

/// A program to start. It inherits nothing from this process except what is listed here.
struct Launch: Sendable {
    let path: String
    let arguments: [String]
    let environment: [String: String]
    /// Its working directory.
    let directory: String
    /// Become its descriptors 0, 1, 2 and so on.
    let descriptors: [Descriptor]
    let limits: SandboxLimits
    /// The user that runs it; `nil` for the server's user.
    let user: SandboxUser?
    /// Whether the supervisor writes `{"child-pid": N}` to descriptor 3; otherwise the program does so itself.
    let isReported: Bool
    /// Descriptors that stay open until the last of its processes has ended.
    let held: [Descriptor]
    /// Opens a handle for the started process; replaced in tests.
    var handle: @Sendable (pid_t) throws(SystemCallError) -> ProcessHandle = { number throws(SystemCallError) in
        try ProcessHandle(number)
    }

    /// Timeout for a start, in milliseconds. A start takes this long only if a disk does not respond.
    static let startTimeout = 60_000

    /// The only thread that starts processes. It must never end: the kernel kills a child that is to die with its
    /// parent as soon as the *thread* that started it ends. The thread only starts supervisors and waits for nothing
    /// else.
    private static let thread = WorkerThreads()

    /// - Returns: the supervisor's process.
    /// - Throws: `SandboxError` when the program cannot be started; no process is left then.
    func start() async throws -> ProcessHandle {
        let (number, status) = try await Self.thread.run { try startSupervisor() }
        // On a thread of its own, since the answer may come late or never.
        return try await WorkerThreads().run {
            var failure = ProcessFailure()
            do throws(SystemCallError) {
                let supervisor = try handle(number)
                if process_await_start(status.number, CInt(Self.startTimeout), &failure) { return supervisor }
            } catch {
                failure = process_failure(error.operation, error.code)
            }
            Self.end(number)
            throw error(failure)
        }
    }

    /// Kills a supervisor that nobody watches yet, with everything it started, and reaps it.
    private static func end(_ supervisor: pid_t) {
        kill(supervisor, SIGTERM)
        for _ in 0..<500 {
            if waitpid(supervisor, nil, WNOHANG) != 0 { return }
            usleep(10_000)
        }
        // A supervisor blocked on a disk that does not respond ends once the disk responds.
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
        // The descriptors to hold follow the others.
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
