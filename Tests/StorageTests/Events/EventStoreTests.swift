import Domain
import Storage
import TestSupport
import Testing

struct EventStoreTests {
    @Test func whatIsReadFromThePrunedPartIsNothing() async throws {
        let test = try await TestStore()
        _ = try await test.createSession()
        let scope = EventScope(organization: test.organization.id, session: nil)
        func events(after position: Int) async throws -> [Int]? {
            try await test.store.events.events(after: position, of: scope, at: test.clock.now)?.events.map(\.number)
        }
        #expect(try await events(after: 0) == [1, 2, 3])
        _ = try await test.store.events.prune(
            keeping: EventRetention(age: .seconds(60), count: 1), at: test.clock.now)
        #expect(try await events(after: 1) == nil)
        #expect(try await events(after: 2) == [3])
    }

    @Test func aBatchIsAsLargeAsItsLimits() async throws {
        let test = try await TestStore()
        let session = try await test.createSession()
        let text = String(repeating: "x", count: 1000)
        let lines = try TranscriptLines.parse(
            Array(repeating: #"{"type":"assistant","text":"\#(text)"}"#, count: 20).joined(separator: "\n"))
        _ = try await test.store.sessions.appendAgentLines(
            lines, to: session.id, of: test.organization.id, at: test.clock.now, once: nil)
        let scope = EventScope(organization: test.organization.id, session: session.id)
        func batch(_ limits: BatchLimits) async throws -> EventBatch? {
            try await test.store.events.events(after: 3, of: scope, limits: limits, at: test.clock.now)
        }
        #expect(try await batch(BatchLimits(lines: 7, bytes: .max))?.events.count == 7)
        let byBytes = try #require(try await batch(BatchLimits(lines: 100, bytes: 3000)))
        #expect(byBytes.events.count == 3 && byBytes.hasMore && byBytes.end == byBytes.events.last?.number)
        // One at least, however large it is.
        #expect(try await batch(BatchLimits(lines: 100, bytes: 1))?.events.count == 1)
        let all = try #require(try await batch(.events))
        #expect(all.events.count == 21 && !all.hasMore && all.end == 24)
    }
}
