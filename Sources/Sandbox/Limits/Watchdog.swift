import Glibc
import Threads

/// Looks again and again at what a command uses, and tells when it is too much.
struct Watchdog: Sendable {
    private static let interval: Duration = .milliseconds(200)
    /// A large workspace takes long to measure: at most this part of the time goes into it.
    private static let pauseOfDisk = 10

    let process: pid_t
    let directories: [String]
    let limits: SandboxLimits
    private let thread = WorkerThreads()

    init(process: pid_t, directories: [String], limits: SandboxLimits) {
        self.process = process
        self.directories = directories
        self.limits = limits
    }

    /// - Returns: the first breach; `nil` when the task is cancelled.
    func firstBreach() async -> LimitBreach? {
        let start = ContinuousClock.now
        var diskCheckedAt = start
        var diskPause = Self.interval
        while !Task.isCancelled {
            let now = ContinuousClock.now
            if now - start > limits.duration { return .duration(limits.duration) }
            if let breach = await thread.run({ breachOfProcesses() }) { return breach }
            if now - diskCheckedAt >= diskPause {
                if let breach = await thread.run({ breachOfDisk() }) { return breach }
                diskCheckedAt = .now
                diskPause = (diskCheckedAt - now) * Self.pauseOfDisk
            }
            try? await Task.sleep(for: min(Self.interval, limits.duration))
        }
        return nil
    }

    private func breachOfProcesses() -> LimitBreach? {
        let tree = ProcessTree(under: process)
        if tree.processes > limits.processes { return .processes(limits.processes) }
        return tree.residentBytes > limits.memoryBytes ? .memory(bytes: limits.memoryBytes) : nil
    }

    private func breachOfDisk() -> LimitBreach? {
        guard limits.diskBytes != .max else { return nil }
        let usage = DiskUsage(of: directories, upTo: limits.files)
        if usage.bytes > limits.diskBytes { return .disk(bytes: limits.diskBytes) }
        if usage.files > limits.files { return .files(limits.files) }
        if usage.isHidden { return .hiddenFiles }
        let isFull = directories.contains { Self.freeBytes(at: $0) < limits.freeDiskBytes }
        return isFull ? .freeDisk(bytes: limits.freeDiskBytes) : nil
    }

    private static func freeBytes(at path: String) -> Int {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return .max }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }
}
