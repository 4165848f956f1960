import Synchronization
import Threads

/// One run's slot among those worked on at once. The run releases it while it waits for an answer.
final class RunSlot: Sendable {
    private let slots: AsyncSemaphore
    private let turn = AsyncSemaphore(1)
    private let isHeld = Mutex(true)

    /// - Parameter slots: the semaphore from which the caller has already taken this slot.
    init(takenFrom slots: AsyncSemaphore) {
        self.slots = slots
    }

    /// Releases the slot, if held.
    func give() {
        let wasHeld = isHeld.withLock { isHeld in
            defer { isHeld = false }
            return isHeld
        }
        if wasHeld { slots.give() }
    }

    /// Waits for a slot, unless one is held.
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
