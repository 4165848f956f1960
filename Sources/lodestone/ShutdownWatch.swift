import Glibc
import Logging
import UnixSignals

/// Ends the process when a graceful shutdown takes too long: ten seconds after the first signal by default, or at once at
/// the second. No acknowledged change is lost, because it is on disk.
struct ShutdownWatch {
    static let signals: [UnixSignal] = [.sigterm, .sigint]

    let logger: Logger
    /// `nil` to wait as long as it takes.
    var limit: Duration? = .seconds(10)

    /// Watches for signals while `work` runs.
    func during(_ work: () async throws -> Void) async throws {
        let watch = Task { await run() }
        defer { watch.cancel() }
        try await work()
    }

    private func run() async {
        var signals = await UnixSignalsSequence(trapping: Self.signals).makeAsyncIterator()
        guard await signals.next() != nil else { return }
        let timer = limit.map { limit in
            Task {
                try await Task.sleep(for: limit)
                end("stopping took too long")
            }
        }
        defer { timer?.cancel() }
        if await signals.next() != nil { end("asked to stop again") }
    }

    private func end(_ reason: Logger.Message) {
        logger.warning(reason)
        fflush(nil)
        _exit(EXIT_FAILURE)
    }
}
