/// Resource limits of a command, above which it is killed or paused.
///
/// The server measures time, output, processes, memory and disk several times a second, over all processes of the
/// command, so the limits can be exceeded slightly. The kernel enforces the maximum file size and, in bubblewrap, the
/// number of processes. Memory shared by two processes counts twice; the content of `/tmp` does not count.
package struct SandboxLimits: Equatable, Sendable {
    /// Maximum running time, pauses excluded.
    package var duration: Duration
    /// Limit of standard output and standard error together.
    package var outputBytes: Int
    /// Maximum number of processes at once.
    package var processes: Int
    /// Limit of the resident memory of all processes together.
    package var memoryBytes: Int
    /// Limit of the workspace and the home together, and of a single file. `.max` disables all disk checks.
    package var diskBytes: Int
    /// Space that must stay free on the workspace's disk. With less, the command is paused instead of killed, and the
    /// pause does not count towards `duration`. 0 disables the check.
    package var freeDiskBytes: Int
    /// Maximum number of files and directories in the workspace and the home.
    package var files: Int
    /// Limit of `/tmp` and of `/dev/shm`, each; both are in memory.
    package var temporaryBytes: Int
    /// CPU priority: 0 for an equal share of the processors, up to 19 to use only idle ones.
    package var niceness: Int

    package init(
        duration: Duration = .seconds(3600),
        outputBytes: Int = 256 << 20,
        processes: Int = 512,
        memoryBytes: Int = 8 << 30,
        diskBytes: Int = 10 << 30,
        freeDiskBytes: Int = 256 << 20,
        files: Int = 1_000_000,
        temporaryBytes: Int = 512 << 20,
        niceness: Int = 10
    ) {
        self.duration = duration
        self.outputBytes = outputBytes
        self.processes = processes
        self.memoryBytes = memoryBytes
        self.diskBytes = diskBytes
        self.freeDiskBytes = freeDiskBytes
        self.files = files
        self.temporaryBytes = temporaryBytes
        self.niceness = niceness
    }

    /// For a command that packs or unpacks the files of another one with these limits, which it may have exceeded.
    package var forPackedFiles: SandboxLimits {
        var limits = self
        limits.diskBytes = diskBytes.doubled
        limits.files = files.doubled
        return limits
    }
}

extension Int {
    fileprivate var doubled: Int { self > .max / 2 ? .max : 2 * self }
}
