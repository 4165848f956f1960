import Disk
import Domain
import Logging
import Sandbox
import Storage
import Threads

/// A disk that is full holds runs up, and fails none.
extension RunWorker {
    /// How often it is looked whether there is room again.
    private static var interval: Duration { .seconds(1) }

    static let pauseNote = "Paused: the disk is almost full."

    /// Whether there is less room than must stay free.
    var isDiskFull: Bool {
        get async {
            let (space, path) = (configuration.space, configuration.directory)
            return await Self.threads.run { space.freeBytes(path) } < configuration.limits.freeDiskBytes
        }
    }

    /// Returns when there is room on the disk.
    ///
    /// - Throws: `CancellationError`.
    func waitForSpace() async throws {
        while await isDiskFull { try await Task.sleep(for: Self.interval) }
    }

    /// Does something that the database may have no room for, or no time, as often as it takes.
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

    /// Does a step that can be done again; while the disk is full it doesn't begin, and fails for good only when it isn't.
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
                logger.warning("a step of a run is tried again once the disk has room", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Says so where people look. It may be that this can't be stored either; then the run just waits.
    func tell(isPaused: Bool, _ run: ClaimedRun) async {
        try? await store.runs.note(isPaused ? Self.pauseNote : nil, of: run.number, at: clock.now())
    }
}
