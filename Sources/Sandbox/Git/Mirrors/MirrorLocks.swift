import Synchronization
import Threads

/// A lock per mirror; waiting tasks get it in the order in which they came.
final class MirrorLocks: Sendable {
    private struct Mirror {
        let turn = AsyncSemaphore(1)
        /// Number of tasks that hold the lock or wait for it.
        var users = 1
    }

    /// The mirrors in use, by path.
    private let mirrors = Mutex<[String: Mirror]>([:])

    /// Runs `body` while holding the mirror's lock.
    ///
    /// - Throws: `CancellationError` when the task is cancelled while it waits, and the errors of `body`.
    func withLock<Value>(at path: String, _ body: () async throws -> Value) async throws -> Value {
        let turn = join(path)
        defer { leave(path) }
        try await turn.acquire()
        defer { turn.release() }
        return try await body()
    }

    private func join(_ path: String) -> AsyncSemaphore {
        mirrors.withLock { mirrors in
            mirrors[path]?.users += 1
            let mirror = mirrors[path] ?? Mirror()
            mirrors[path] = mirror
            return mirror.turn
        }
    }

    private func leave(_ path: String) {
        mirrors.withLock { mirrors in
            mirrors[path]?.users -= 1
            if mirrors[path]?.users == 0 { mirrors[path] = nil }
        }
    }
}
