import TestSupport
import Testing
import Threads

@testable import Runs

@Suite(.timeLimit(.minutes(5)))
struct AsyncSemaphoreTests {
    private actor Counts {
        private var inside = 0
        private(set) var most = 0

        func enter() {
            inside += 1
            most = max(most, inside)
        }

        func leave() { inside -= 1 }
    }

    @Test func noMoreThanSoManyAreLetIn() async throws {
        let semaphore = AsyncSemaphore(3)
        let counts = Counts()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await semaphore.acquire()
                    await counts.enter()
                    await counts.leave()
                    semaphore.release()
                }
            }
            try await group.waitForAll()
        }
        #expect(await counts.most <= 3)
    }

    @Test func whoIsCancelledTakesNothing() async throws {
        let semaphore = AsyncSemaphore(1)
        try await semaphore.acquire()
        let waiting = (0..<50).map { _ in Task { try await semaphore.acquire() } }
        for task in waiting { task.cancel() }
        for task in waiting { await #expect(throws: CancellationError.self) { try await task.value } }
        semaphore.release()
        try await semaphore.acquire()
        semaphore.release()
    }

    @Test func aSlotIsGivenBackOnce() async throws {
        let semaphore = AsyncSemaphore(1)
        try await semaphore.acquire()
        let slot = RunSlot(acquiredFrom: semaphore)
        slot.release()
        slot.release()
        try await slot.acquire()
        try await slot.acquire()
        let other = Task { try await semaphore.acquire() }
        slot.release()
        try await other.value
    }
}
