import Domain
import Synchronization

/// How many of something each key has open at once.
final class Occupancy<Key: Hashable & Sendable>: Sendable {
    private let limit: Int
    private let counts = Mutex<[Key: Int]>([:])

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes a place for as long as what is returned is held.
    ///
    /// - Throws: `DomainError.tooOften` when all are taken.
    func enter(_ key: Key) throws -> OccupancySlot {
        try counts.withLock { counts in
            guard counts[key, default: 0] < limit else {
                throw DomainError.tooOften(
                    "There are \(limit) event streams open already. Close some of them first.", retryAfter: 30)
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

/// A place that is taken while anybody holds this.
final class OccupancySlot: Sendable {
    private let leave: @Sendable () -> Void

    fileprivate init(leave: @escaping @Sendable () -> Void) {
        self.leave = leave
    }

    deinit {
        leave()
    }
}
