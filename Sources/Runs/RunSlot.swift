import Synchronization
import Threads

/// One run's place among those that are worked on at once. It is given back while the run waits for people.
final class RunSlot: Sendable {
    private let slots: AsyncSemaphore
    private let turn = AsyncSemaphore(1)
    private let isHeld = Mutex(true)

    /// - Parameter slots: one of which the caller has taken.
    init(takenFrom slots: AsyncSemaphore) {
        self.slots = slots
    }

    /// Gives the place back, if it isn't yet.
    func give() {
        let wasHeld = isHeld.withLock { isHeld in
            defer { isHeld = false }
            return isHeld
        }
        if wasHeld { slots.give() }
    }

    /// Waits for a place, unless the run has one.
    ///
    /// - Throws: `CancellationError`.
    func take() async throws {
        try await turn.take()
        defer { turn.give() }
        guard !isHeld.withLock(\.self) else { return }
        try await slots.take()
        isHeld.withLock { $0 = true }
    }
}
