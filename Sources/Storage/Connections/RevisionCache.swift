import Domain
import Synchronization

/// Caches looked-up values until a revision advances. Every request looks up its credential, which is almost always the
/// same as before, and a trip to the database costs as much as the rest of a small response.
final class RevisionCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var revision = 0
        var values: OldestFirst<Key, Value>
    }

    private let state: Mutex<State>
    private let revision: Revision

    init(while revision: Revision, capacity: Int = 10_000) {
        self.revision = revision
        state = Mutex(State(values: OldestFirst(capacity: capacity)))
    }

    /// The cached value of the key, or else the result of `lookUp`. A `nil` result isn't cached.
    func value(of key: Key, lookUp: () async throws -> Value?) async throws -> Value? {
        let current = revision.current
        if let known = state.withLock({ $0.revision == current ? $0.values[key] : nil }) { return known }
        guard let found = try await lookUp() else { return nil }
        state.withLock { state in
            if state.revision < current { state.values.removeAll() }
            guard state.revision <= current else { return }
            state.revision = current
            state.values[key] = found
        }
        return found
    }

    func forget(_ key: Key) {
        state.withLock { $0.values[key] = nil }
    }
}
