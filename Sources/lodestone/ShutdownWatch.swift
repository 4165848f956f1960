import Glibc
import Logging
import UnixSignals

/// Ends the process when a graceful shutdown takes too long: ten seconds after the first signal, or at once at the
/// second. No acknowledged change is lost, because it is on disk.
struct ShutdownWatch {
    static let signals: [UnixSignal] = [.sigterm, .sigint]
    private static let limit = Duration.seconds(10)

    let logger: Logger

    /// Watches for signals while `work` runs.
    func during(_ work: () async throws -> Void) async throws {
        let watch = Task { await run() }
        defer { watch.cancel() }
        try await work()
    }

    private func run() async {
        var signals = await UnixSignalsSequence(trapping: Self.signals).makeAsyncIterator()
        guard await signals.next() != nil else { return }
        let timer = Task {
            try await Task.sleep(for: Self.limit)
            end("stopping took too long")
        }
        defer { timer.cancel() }
        if await signals.next() != nil { end("asked to stop again") }
    }

    private func end(_ reason: Logger.Message) {
        logger.warning(reason)
        fflush(nil)
        _exit(EXIT_FAILURE)
    }
}
