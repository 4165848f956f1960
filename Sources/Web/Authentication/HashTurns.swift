import Domain
import Synchronization

/// Who waits for a password to be hashed.
package struct HashRequester: Sendable {
    /// Who goes ahead of whom.
    package enum Rank: Int, Sendable {
        case administrator
        /// A browser that has signed in to the account before.
        case known
        case stranger
    }

    let rank: Rank
    /// Whose share of the queue it takes; `nil` where there is no address to share by.
    let network: ClientAddress?
    /// Whether nobody waits for the answer any more.
    let isGone: @Sendable () async -> Bool

    init(_ rank: Rank, network: ClientAddress?, isGone: @escaping @Sendable () async -> Bool = { false }) {
        self.rank = rank
        self.network = network?.address == nil ? nil : network
        self.isGone = isGone
    }

    /// Somebody who makes an account.
    init(newcomer visitor: Visitor) {
        self.init(.stranger, network: visitor.network, isGone: visitor.isGone)
    }

    package static let administrator = HashRequester(.administrator, network: nil)
}

/// The queue before the threads that hash: short, since hashing is slow and people don't wait for long, and fair.
///
/// Administrators go first, then known browsers, then strangers; among equals it is the turn of the network that was
/// served the longest ago. No network holds more than its share of the places.
final class HashTurns: Sendable {
    private struct Waiting {
        let number: Int
        let rank: HashRequester.Rank
        let network: ClientAddress?
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var free: Int
        var waiting: [Waiting] = []
        var number = 0
        /// When the networks that wait had their last turn.
        var served: [ClientAddress: Int] = [:]
    }

    private let state: Mutex<State>
    /// How many of one rank may wait, and how many of those from one network.
    static let places = 20
    static let share = 5

    /// - Parameter turns: how many may have their turn at once.
    init(turns: Int) {
        state = Mutex(State(free: turns))
    }

    /// Waits for a turn, which `end()` must end.
    ///
    /// - Throws: `DomainError.unavailable` when all places are taken, `.tooOften` when the network has its share,
    ///   `CancellationError` when the task is cancelled.
    func begin(for requester: HashRequester) async throws {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let refusal: (any Error)? = state.withLock { state in
                    if state.free > 0 {
                        state.free -= 1
                        if let network = requester.network { state.served[network] = number }
                        continuation.resume()
                        return nil
                    }
                    if Task.isCancelled { return CancellationError() }
                    if let refusal = Self.refusal(of: requester, in: state) { return refusal }
                    state.waiting.append(
                        Waiting(
                            number: number, rank: requester.rank, network: requester.network,
                            continuation: continuation))
                    return nil
                }
                if let refusal { continuation.resume(throwing: refusal) }
            }
        } onCancel: {
            let cancelled = state.withLock { state in
                let index = state.waiting.firstIndex { $0.number == number }
                return index.map { state.waiting.remove(at: $0) }
            }
            cancelled?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Ends a turn, which makes it the next one's.
    func end() {
        state.withLock { state in
            let next = state.waiting.indices.min { left, right in
                let (left, right) = (state.waiting[left], state.waiting[right])
                return Self.order(of: left, in: state) < Self.order(of: right, in: state)
            }
            guard let next else {
                state.free += 1
                state.served = [:]
                return
            }
            let served = state.waiting.remove(at: next)
            let present = Set(state.waiting.compactMap(\.network))
            state.served = state.served.filter { present.contains($0.key) }
            state.number += 1
            if let network = served.network { state.served[network] = state.number }
            served.continuation.resume()
        }
    }

    /// How many wait.
    var waiting: Int { state.withLock(\.waiting.count) }

    private static func order(of waiting: Waiting, in state: State) -> (Int, Int, Int) {
        (waiting.rank.rawValue, waiting.network.flatMap { state.served[$0] } ?? 0, waiting.number)
    }

    private static func refusal(of requester: HashRequester, in state: State) -> DomainError? {
        let rivals = state.waiting.filter { $0.rank == requester.rank }
        guard rivals.count < places else {
            return .unavailable("Too many people are signing in. Try again in a few seconds.", retryAfter: 5)
        }
        guard let network = requester.network, rivals.count(where: { $0.network == network }) >= share else {
            return nil
        }
        return .tooOften(
            "Too many people are signing in from your network. Try again in a few seconds.", retryAfter: 3)
    }
}
