import Domain
import Synchronization

/// Values that were looked up since a revision last advanced. A request's credential is looked up with each, and is
/// hardly ever another one than before; a hop to the database costs as much as the rest of a small answer.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
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

    /// What is known of the key, or else what `lookUp` finds; that there is nothing isn't remembered.
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
