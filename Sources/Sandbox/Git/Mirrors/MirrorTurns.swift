import Synchronization
import Threads

/// Lets one task at a time work on a mirror; the others wait in the order in which they came.
final class MirrorTurns: Sendable {
    private struct Mirror {
        let turn = AsyncSemaphore(1)
        /// How many have it or wait for it.
        var users = 1
    }

    /// Those that somebody works on, by their paths.
    private let mirrors = Mutex<[String: Mirror]>([:])

    /// - Throws: `CancellationError` when the task is cancelled before its turn, and what `body` throws.
    func take<Value>(at path: String, _ body: () async throws -> Value) async throws -> Value {
        let turn = join(path)
        defer { leave(path) }
        try await turn.take()
        defer { turn.give() }
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
