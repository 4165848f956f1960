import Domain
import Synchronization

/// The number of slots that each key has in use, which is limited.
final class Occupancy<Key: Hashable & Sendable>: Sendable {
    private let limit: Int
    private let counts = Mutex<[Key: Int]>([:])

    init(limit: Int) {
        self.limit = limit
    }

    /// Occupies a slot until the returned object is released.
    ///
    /// - Throws: `DomainError.tooOften` when all slots are in use.
    func enter(_ key: Key) throws -> OccupancySlot {
        try counts.withLock { counts in
            guard counts[key, default: 0] < limit else {
                throw DomainError.tooManyStreams(limit)
            }
            counts[key, default: 0] += 1
        }
        return OccupancySlot { [self] in leave(key) }
    }

    private func leave(_ key: Key) {
        counts.withLock { counts in
            guard let count = counts[key] else { return }
            counts[key] = count > 1 ? count - 1 : nil
        }
    }
}

/// A slot that is in use while anything refers to this object.
final class OccupancySlot: Sendable {
    private let leave: @Sendable () -> Void

    fileprivate init(leave: @escaping @Sendable () -> Void) {
        self.leave = leave
    }

    deinit {
        leave()
    }
}
