import Synchronization
import Threads

/// One run's slot among those worked on at once. The run releases it while it waits for an answer.
final class RunSlot: Sendable {
    private let slots: AsyncSemaphore
    private let turn = AsyncSemaphore(1)
    private let isHeld = Mutex(true)

    /// - Parameter slots: the semaphore from which the caller has already acquired this slot.
    init(acquiredFrom slots: AsyncSemaphore) {
        self.slots = slots
    }

    /// Releases the slot, if held.
    func release() {
        let wasHeld = isHeld.withLock { isHeld in
            defer { isHeld = false }
            return isHeld
        }
        if wasHeld { slots.release() }
    }

    /// Waits for a slot, unless one is held.
    ///
    /// - Throws: `CancellationError`.
    func acquire() async throws {
        try await turn.acquire()
        defer { turn.release() }
        guard !isHeld.withLock(\.self) else { return }
        try await slots.acquire()
        isHeld.withLock { $0 = true }
    }
}
