import Disk
import Glibc
import Threads

/// Measures a command's resource use regularly: reports the first exceeded limit, and pauses the command while the disk
/// is full.
struct Watchdog: Sendable {
    private static let interval: Duration = .milliseconds(200)
    /// Time between two disk measurements, as a multiple of the time that one takes: large workspaces are slow to
    /// measure.
    private static let pauseOfDisk = 10

    /// The supervisor's process number; the supervisor itself is never stopped.
    let process: pid_t
    let directories: [String]
    let limits: SandboxLimits
    let space: DiskSpace
    /// The command's output file, if its output is not a pipe.
    let output: FileTail?
    let clock: WorkClock
    let onPause: (@Sendable (Bool) async -> Void)?

    /// Measures the processes of all commands, one after the other; each takes milliseconds.
    private static let glances = WorkerThreads()
    /// Measures directories, which takes seconds for many files.
    private static let walks = WorkerThreads(count: 4)

    /// - Returns: the first exceeded limit; `nil` when the task is cancelled.
    func firstBreach() async -> LimitBreach? {
        var now = ContinuousClock.now
        var worked: Duration = .zero
        var diskCheckedAt = now
        var diskPause = Self.interval
        var isPaused = false
        while !Task.isCancelled {
            let last = now
            now = .now
            // Time spent waiting for disk space or for an answer does not count.
            if !isPaused, !clock.isStopped { worked += now - last }
            if worked > limits.duration { return .duration(limits.duration) }
            let wasPaused = isPaused
            let glance = await Self.glances.run { look(wasPaused: wasPaused) }
            if let breach = glance.breach { return breach }
            isPaused = glance.isPaused
            if isPaused != wasPaused { await onPause?(isPaused) }
            if now - diskCheckedAt >= diskPause {
                if let breach = await Self.walks.runCancellable({ breachOfDisk(unless: $0) }) { return breach }
                diskCheckedAt = .now
                diskPause = (diskCheckedAt - now) * Self.pauseOfDisk
            }
            try? await Task.sleep(for: min(Self.interval, limits.duration))
        }
        return nil
    }

    private func look(wasPaused: Bool) -> (breach: LimitBreach?, isPaused: Bool) {
        if let output, output.size > limits.outputBytes { return (.output(bytes: limits.outputBytes), wasPaused) }
        let tree = ProcessTree(under: process)
        if tree.processes > limits.processes { return (.processes(limits.processes), wasPaused) }
        if tree.residentBytes > limits.memoryBytes { return (.memory(bytes: limits.memoryBytes), wasPaused) }
        let isPaused = isDiskFull(wasPaused: wasPaused)
        if isPaused {
            stop(tree)
        } else if wasPaused {
            // In reverse order, so that no process sees one it waits for as stopped.
            for member in tree.members.reversed() { member.send(SIGCONT) }
        }
        return (nil, isPaused)
    }

    /// Stops all processes; those started meanwhile are stopped at the next check.
    private func stop(_ tree: ProcessTree) {
        for member in tree.members where !member.isStopped { member.send(SIGSTOP) }
    }

    private func isDiskFull(wasPaused: Bool) -> Bool {
        guard limits.diskBytes != .max else { return false }
        // Some more must be free before the command continues, or it would stop and go in turn.
        let wanted = wasPaused ? limits.freeDiskBytes + limits.freeDiskBytes / 8 : limits.freeDiskBytes
        return directories.contains { space.freeBytes($0) < wanted }
    }

    private func breachOfDisk(unless cancellation: Cancellation) -> LimitBreach? {
        guard limits.diskBytes != .max else { return nil }
        let usage = DiskUsage(of: directories, upTo: limits.files, unless: cancellation)
        let unlinked = UnlinkedFiles.bytes(
            heldBy: ProcessTree(under: process).members, onDiskOf: directories.first ?? "/")
        if usage.bytes + unlinked > limits.diskBytes { return .disk(bytes: limits.diskBytes) }
        if usage.files > limits.files { return .files(limits.files) }
        return usage.isHidden ? .hiddenFiles : nil
    }
}
