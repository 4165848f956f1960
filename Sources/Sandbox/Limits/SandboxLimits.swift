/// What a command may use before it is ended, or has to wait.
///
/// Time, output, processes, memory and disk are counted by the server several times a second, over all that the command
/// started, so that they may be passed a little. The kernel enforces the largest file and, in bubblewrap, the number of
/// processes. Memory that two processes share counts twice, and what is in `/tmp` not at all.
package struct SandboxLimits: Equatable, Sendable {
    package var duration: Duration
    /// Of standard output and standard error together.
    package var outputBytes: Int
    package var processes: Int
    package var memoryBytes: Int
    /// Of the workspace and the home together; also the largest file. `.max` for no look at the disk at all.
    package var diskBytes: Int
    /// What must stay free on the workspace's disk. With less the command isn't ended but waits, and the time that it
    /// waits for doesn't count. 0 for no look at that.
    package var freeDiskBytes: Int
    /// How many files and directories these two may have.
    package var files: Int
    /// Of `/tmp` and of `/dev/shm` each, which are in memory.
    package var temporaryBytes: Int
    /// 0 for an equal share of the processors, up to 19 for what nobody else wants.
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
}
