import Synchronization

/// Lets one task at a time work on a mirror; the others wait in the order in which they came.
final class MirrorTurns: Sendable {
    private struct Waiting {
        let number: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        /// Who waits for each path that somebody works on.
        var waiting: [String: [Waiting]] = [:]
        var number = 0
    }

    private let state = Mutex(State())

    /// - Throws: `CancellationError` when the task is cancelled before its turn, and what `body` throws.
    func take<Value>(at path: String, _ body: () async throws -> Value) async throws -> Value {
        try await begin(at: path)
        defer { end(at: path) }
        return try await body()
    }

    private func begin(at path: String) async throws {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isRefused = state.withLock { state in
                    guard state.waiting[path] != nil else {
                        state.waiting[path] = []
                        continuation.resume()
                        return false
                    }
                    if Task.isCancelled { return true }
                    state.waiting[path]?.append(Waiting(number: number, continuation: continuation))
                    return false
                }
                if isRefused { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let cancelled = state.withLock { state in
                let index = state.waiting[path]?.firstIndex { $0.number == number }
                return index.flatMap { state.waiting[path]?.remove(at: $0) }
            }
            cancelled?.continuation.resume(throwing: CancellationError())
        }
    }

    private func end(at path: String) {
        let next = state.withLock { state -> Waiting? in
            guard let waiting = state.waiting[path], !waiting.isEmpty else {
                state.waiting[path] = nil
                return nil
            }
            return state.waiting[path]?.removeFirst()
        }
        next?.continuation.resume()
    }
}
