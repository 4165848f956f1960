import Domain
import Synchronization

/// The memory for all request bodies that are being read, in bytes. A part is reserved for short bodies, so that long
/// ones don't prevent sign-ins. Long bodies of strangers may use only a quarter of the memory.
package final class BodyBudget: Sendable {
    enum Sender {
        /// A caller with valid credentials.
        case caller
        /// Anybody else.
        case stranger
    }

    /// The size in bytes up to which a body is short.
    private static let shortBody = BodyLimit.stranger

    /// Enough for three whole transcripts and the part reserved for other bodies.
    private static let standard = 128 * 1_048_576

    private let capacity: Int
    private let used = Mutex(0)

    package init(capacity: Int = standard) {
        self.capacity = capacity
    }

    /// - Parameter total: the length of the body including these bytes.
    /// - Throws: `DomainError.unavailable` when not enough memory is left.
    fileprivate func charge(_ count: Int, of total: Int, for sender: Sender) throws {
        let limit =
            if total <= Self.shortBody { capacity } else if sender == .caller { capacity / 8 * 7 } else { capacity / 4 }
        let isCharged = used.withLock { used in
            guard used + count <= limit else { return false }
            used += count
            return true
        }
        guard isCharged else {
            throw DomainError.bodyMemoryUsedUp
        }
    }

    fileprivate func release(_ count: Int) {
        used.withLock { $0 -= count }
    }
}

/// The part of the budget that one request uses. It is returned when the last copy of the request's call is released.
final class BodyMemory: Sendable {
    private let budget: BodyBudget
    private let total = Mutex(0)

    init(of budget: BodyBudget) {
        self.budget = budget
    }

    deinit {
        budget.release(total.withLock { $0 })
    }

    func charge(_ count: Int, for sender: BodyBudget.Sender) throws {
        try total.withLock { total in
            try budget.charge(count, of: total + count, for: sender)
            total += count
        }
    }

    /// Returns memory that is no longer used, before the call ends.
    func release(_ count: Int) {
        total.withLock { $0 -= count }
        budget.release(count)
    }
}
