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
    /// Stays open until the last process has ended.
    let held: Descriptor?

    /// The one thread that starts processes. It never ends, because the kernel ends a process that is to die with its
    /// parent as soon as the *thread* that started it does.
    private static let thread = WorkerThreads()

    /// - Returns: the process that watches over it.
    /// - Throws: `SandboxError` when there is no process.
    func start() async throws -> pid_t {
        try await Self.thread.run {
            var failure = ProcessFailure()
            let process = startOnThisThread(&failure)
            guard process > 0 else {
                let operation = failure.operation.map { String(cString: $0) } ?? "start"
                let error = SystemCallError("\(path): \(operation)", code: failure.code)
                throw SandboxError.notStarted(reason: error.description)
            }
            return process
        }
    }

    private func startOnThisThread(_ failure: inout ProcessFailure) -> pid_t {
        let texts = CStringList([path, directory])
        let argumentList = CStringList([path] + arguments)
        let environmentList = CStringList(environment.map { "\($0)=\($1)" })
        let pathList = CStringList(user?.paths ?? [])
        return descriptors.map(\.number).withUnsafeBufferPointer { numbers in
            withExtendedLifetime((texts, argumentList, environmentList, pathList)) {
                guard let path = texts.pointer[0], let directory = texts.pointer[1],
                    let numberList = numbers.baseAddress
                else { return -1 }
                var request = ProcessRequest(
                    path: path, arguments: argumentList.pointer, environment: environmentList.pointer,
                    directory: directory, descriptors: numberList, descriptorCount: CInt(numbers.count),
                    fileSize: UInt64(limits.diskBytes), niceness: CInt(limits.niceness),
                    user: ProcessUser(
                        number: user?.number ?? 0, paths: pathList.pointer,
                        ownedCount: CInt(user?.ownedCount ?? 0)),
                    held: held?.number ?? -1, isReported: isReported)
                return process_start(&request, &failure)
            }
        }
    }
}
