import Synchronization
import Testing

/// Limits how many tests run at the same time: tests with many processes would otherwise take the processors from tests
/// with time limits.
struct Turns: SuiteTrait, TestTrait, TestScoping {
    private static let limit = 2
    private static let state = Mutex(State())

    let isRecursive = true

    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        await Self.begin()
        defer { Self.end() }
        try await function()
    }

    private static func begin() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.running == limit else {
                    state.running += 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    private static func end() {
        let next: CheckedContinuation<Void, Never>? = state.withLock { state in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.running -= 1
            return nil
        }
        next?.resume()
    }
}

extension Trait where Self == Turns {
    /// For tests that start processes.
    static var inTurns: Self { Turns() }
}
