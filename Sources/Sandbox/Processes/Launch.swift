import CProcess
import Glibc

/// A program about to be started, with nothing of this process but what is listed.
struct Launch: Sendable {
    let path: String
    let arguments: [String]
    let environment: [String: String]
    var directory: String?
    /// What become its descriptors 0, 1, 2 and so on.
    let descriptors: [Descriptor]
    let limits: SandboxLimits
    /// Whether a process of ours runs above it and ends what it leaves behind; that one writes to descriptor 3.
    let isSupervised: Bool

    func start() async throws -> pid_t {
        try await SpawnThread.shared.run {
            let process = startOnThisThread()
            guard process > 0 else { throw SystemCallError(path, code: -process) }
            return process
        }
    }

    private func startOnThisThread() -> pid_t {
        let argumentList = CStringList([path] + arguments)
        let environmentList = CStringList(environment.map { "\($0)=\($1)" })
        let directoryText = CStringList([directory].compactMap(\.self))
        return path.withCString { path in
            descriptors.map(\.number).withUnsafeBufferPointer { numbers in
                guard let numberList = numbers.baseAddress else { return -EINVAL }
                var request = ProcessRequest(
                    path: path, arguments: argumentList.pointer, environment: environmentList.pointer,
                    directory: directoryText.pointer[0].map { UnsafePointer($0) }, descriptors: numberList,
                    descriptorCount: CInt(numbers.count), fileSize: UInt64(limits.diskBytes),
                    niceness: CInt(limits.niceness), isSupervised: isSupervised)
                return process_start(&request)
            }
        }
    }
}
