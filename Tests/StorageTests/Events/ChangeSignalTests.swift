import Domain
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct ChangeSignalTests {
    @Test func itRingsForNewsOnly() async throws {
        let test = try await TestStore()
        let signals = test.store.events.changeSignal.signals()
        let position = try await test.store.events.position()
        // Neither of these changes a session.
        _ = try await test.store.accounts.rename(test.organization.id, to: "Other", at: test.clock.now)
        _ = try await test.store.events.prune(keeping: .standard, at: test.clock.now)
        let session = try await test.createSession()
        for await _ in signals {
            // Had it rung before, there would be nothing to see yet.
            #expect(try await test.store.events.position() > position)
            break
        }
        let scope = EventScope(organization: test.organization.id, session: session.id)
        let page = try #require(try await test.store.events.events(after: position, of: scope, at: test.clock.now))
        #expect(page.events.map(\.type) == [.sessionCreated, .messageAppended])
        #expect(!page.hasMore)
    }
}
