import Domain
import Logging
import Sandbox
import Storage
import Synchronization

/// Collects which hosts a run's agent didn't reach, and stores them together: an agent may try very often.
final class RefusalRecorder: Sendable {
    /// Between two writes.
    private static let interval: Duration = .seconds(1)

    private let run: RunNumber
    private let worker: RunWorker
    private let blotter: SecretBlotter
    private let waiting = Mutex<[NetworkDestination: RefusedHost]>([:])

    init(run: RunNumber, worker: RunWorker, blotter: SecretBlotter) {
        self.run = run
        self.worker = worker
        self.blotter = blotter
    }

    /// A name that has a secret in it isn't shown to anybody.
    func note(_ destination: NetworkDestination, _ reason: NetworkRefusal) {
        let host = destination.host.description
        guard blotter.blotting(host) == host else { return }
        let time = worker.clock.now()
        waiting.withLock { waiting in
            let count = waiting[destination]?.count ?? 0
            guard count > 0 || waiting.count < RefusedHost.maximumCount else { return }
            waiting[destination] = RefusedHost(
                destination: destination, reason: reason, count: count + 1, lastRefusedAt: time)
        }
    }

    /// Stores what is noted until the task is cancelled, and the rest then.
    func store() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            // Not a part of this task, whose end would end the write too.
            await Task { await storeOnce() }.value
        }
    }

    private func storeOnce() async {
        let refusals = waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting.values.sorted { "\($0.destination)" < "\($1.destination)" }
        }
        guard !refusals.isEmpty else { return }
        do {
            try await worker.store.runs.record(refusals, of: run, at: worker.clock.now())
        } catch {
            worker.logger.warning("refused hosts were not stored", metadata: ["error": "\(error)"])
        }
    }
}
