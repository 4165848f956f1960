import Disk
import Domain
import Logging
import Sandbox
import Storage
import Threads

/// Pauses runs while the disk is full, instead of failing them.
extension RunWorker {
    /// Time between two checks of the free space, and between two attempts.
    private static var interval: Duration { .seconds(1) }

    static let pauseNote = "Paused: the disk is almost full."

    /// Whether less than `SandboxLimits.freeDiskBytes` is free.
    var isDiskFull: Bool {
        get async {
            let (space, path) = (configuration.space, configuration.directory)
            return await Self.threads.run { space.freeBytes(path) } < configuration.limits.freeDiskBytes
        }
    }

    /// Returns when enough disk space is free.
    ///
    /// - Throws: `CancellationError`.
    func waitForSpace() async throws {
        while await isDiskFull { try await Task.sleep(for: Self.interval) }
    }

    /// Retries `work` every second while the database is busy or the disk is full.
    func patiently<Value>(_ work: () async throws -> Value) async throws -> Value {
        var isTold = false
        while true {
            do {
                return try await work()
            } catch let error as DomainError where error.code == .noSpace || error.code == .unavailable {
                if !isTold { logger.warning("a run waits for the database", metadata: ["reason": "\(error.detail)"]) }
                isTold = true
                try await Task.sleep(for: Self.interval)
            }
        }
    }

    /// Runs a repeatable step, but not while the disk is full; a failure counts only if the disk is not full then.
    func withSpace<Value>(of run: ClaimedRun, _ step: () async throws -> Value) async throws -> Value {
        while true {
            if await isDiskFull {
                await tell(isPaused: true, run)
                try await waitForSpace()
                await tell(isPaused: false, run)
            }
            do {
                return try await step()
            } catch {
                guard !Task.isCancelled, await isDiskFull else { throw error }
                logger.warning("a run's step is retried once the disk has space", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Shows the pause to users. If this cannot be stored either, the run waits without a notice.
    func tell(isPaused: Bool, _ run: ClaimedRun) async {
        try? await store.runs.note(isPaused ? Self.pauseNote : nil, of: run.number, at: clock.now())
    }
}
