import Domain
import TestSupport
import Testing

@testable import Storage

struct SessionSignalTests {
    @Test func onlyTheSessionsThatChangedAreSignalled() async throws {
        let test = try await TestStore()
        let (first, second) = (try await test.createSession(), try await test.createSession())
        let (runs, sessions) = (test.store.runs, test.store.sessions)
        func rename(to title: String) async throws {
            _ = try await sessions.apply(
                SessionEdit(title: title), to: first.id, of: test.organization.id, by: "Alice", at: test.clock.now)
        }
        // The signals of a commit follow its answer, and precede the next commit.
        try await rename(to: "Before")
        let signals = sessions.connections.sessionSignals
        var ones = runs.signals(of: first.id).makeAsyncIterator()
        let others = Task {
            var count = 0
            for await _ in runs.signals(of: second.id) { count += 1 }
            return count
        }
        while signals.count < 2 { await Task.yield() }
        for number in 1...3 {
            try await rename(to: "Title \(number)")
            #expect(await ones.next() != nil)
        }
        others.cancel()
        #expect(await others.value == 0)
    }
}
