import Domain
import Synchronization

/// The memory for all bodies under way, in bytes. A part of it is kept for those that are short, so that nobody's long
/// ones keep others from signing in, and what may be sent by strangers gets no more than a part.
package final class BodyBudget: Sendable {
    enum Sender {
        /// Somebody whose credentials are right.
        case caller
        /// Anybody.
        case stranger
    }

    /// Up to this a body is short, in bytes.
    private static let shortBody = BodyLimit.stranger

    /// Three whole transcripts, and what is kept for others.
    private static let standard = 128 * 1_048_576

    private let capacity: Int
    private let taken = Mutex(0)

    package init(capacity: Int = standard) {
        self.capacity = capacity
    }

    /// - Parameter total: how long the body is with these bytes.
    /// - Throws: `DomainError.unavailable` when there isn't enough left.
    fileprivate func take(_ count: Int, of total: Int, for sender: Sender) throws {
        let limit =
            if total <= Self.shortBody { capacity } else if sender == .caller { capacity / 8 * 7 } else { capacity / 4 }
        let isTaken = taken.withLock { taken in
            guard taken + count <= limit else { return false }
            taken += count
            return true
        }
        guard isTaken else {
            throw DomainError.unavailable("The server is taking in too much at once. Send it again.", retryAfter: 5)
        }
    }

    fileprivate func giveBack(_ count: Int) {
        taken.withLock { $0 -= count }
    }
}

/// What a request has taken of the budget. It goes back with the last copy of the request's call.
final class BodyMemory: Sendable {
    private let budget: BodyBudget
    private let total = Mutex(0)

    init(of budget: BodyBudget) {
        self.budget = budget
    }

    deinit {
        budget.giveBack(total.withLock { $0 })
    }

    func take(_ count: Int, for sender: BodyBudget.Sender) throws {
        try total.withLock { total in
            try budget.take(count, of: total + count, for: sender)
            total += count
        }
    }

    /// Gives back what is kept no longer, before the call ends.
    func giveBack(_ count: Int) {
        total.withLock { $0 -= count }
        budget.giveBack(count)
    }
}
