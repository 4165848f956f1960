import Domain
import Logging
import Sandbox
import Storage
import Synchronization

/// Collects the hosts that the proxy refused to a run's agent and stores them in batches, since an agent may retry very
/// often.
final class RefusalRecorder: Sendable {
    /// Time between two writes.
    private static let interval: Duration = .seconds(1)

    private let run: RunNumber
    private let worker: RunWorker
    private let redactor: SecretRedactor
    private let waiting = Mutex<[NetworkDestination: RefusedHost]>([:])

    init(run: RunNumber, worker: RunWorker, redactor: SecretRedactor) {
        self.run = run
        self.worker = worker
        self.redactor = redactor
    }

    /// Counts one refusal. A host name that contains a secret is not recorded.
    func note(_ destination: NetworkDestination, _ reason: NetworkRefusal) {
        let host = destination.host.description
        guard redactor.redacting(host) == host else { return }
        let time = worker.clock.now()
        waiting.withLock { waiting in
            let count = waiting[destination]?.count ?? 0
            guard count > 0 || waiting.count < RefusedHost.maximumCount else { return }
            waiting[destination] = RefusedHost(
                destination: destination, reason: reason, count: count + 1, lastRefusedAt: time)
        }
    }

    /// Stores the collected refusals until the task is cancelled, and the rest after that.
    func store() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            // In a task of its own, so that cancellation does not interrupt the write.
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
            worker.logger.warning("refused hosts could not be stored", metadata: ["error": "\(error)"])
        }
    }
}
