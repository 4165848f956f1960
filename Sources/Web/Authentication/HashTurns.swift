import Domain
import Synchronization

/// A caller that waits for a password to be hashed.
package struct HashRequester: Sendable {
    /// The order in which callers are served: the first case goes first.
    package enum Rank: Int, Sendable {
        case administrator
        /// A browser that has signed in to the account before.
        case known
        case stranger
    }

    let rank: Rank
    /// The network whose share of the queue the caller uses; `nil` if its address is unknown.
    let network: ClientAddress?
    /// Whether the client has gone, so that nobody waits for the response.
    let isGone: @Sendable () async -> Bool

    init(_ rank: Rank, network: ClientAddress?, isGone: @escaping @Sendable () async -> Bool = { false }) {
        self.rank = rank
        self.network = network?.address == nil ? nil : network
        self.isGone = isGone
    }

    init(_ rank: Rank, _ visitor: Visitor) {
        self.init(rank, network: visitor.network, isGone: visitor.isGone)
    }

    /// A visitor who creates an account.
    init(newcomer visitor: Visitor) {
        self.init(.stranger, visitor)
    }

    package static let administrator = HashRequester(.administrator, network: nil)
}

/// The queue for the threads that hash: short, since hashing is slow and people don't wait for long, and fair.
///
/// Administrators go first, then known browsers, then strangers; within a rank, the network that was served longest ago
/// goes next. No network may use more than its share of the queue.
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
        /// The number of the last turn of each waiting network.
        var served: [ClientAddress: Int] = [:]
    }

    private let state: Mutex<State>
    /// How many callers of one rank may wait, and how many of these from one network.
    static let places = 20
    static let share = 5

    /// - Parameter turns: how many callers may have a turn at the same time.
    init(turns: Int) {
        state = Mutex(State(free: turns))
    }

    /// Waits for a turn. The caller must end it with `end()`.
    ///
    /// - Throws: `DomainError.unavailable` when the queue is full, `.tooOften` when the network has used up its share,
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

    /// Ends a turn and passes it to the next in the queue.
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

    /// How many callers are waiting.
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
