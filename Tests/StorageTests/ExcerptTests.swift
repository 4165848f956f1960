import Domain
import TestSupport
import Testing

@testable import Storage

/// Parts of transcripts for pages.
struct ExcerptTests {
    private static let text = String(repeating: "x", count: 1000)

    private func numbers(
        _ range: MessageRange, context: BatchLimits?, of session: Session, in test: TestStore
    ) async throws -> [Int] {
        try await test.store.sessions.excerpt(
            range, of: session.id, in: test.organization.id, limit: 2, context: context
        ).messages.messages.map(\.sequence)
    }

    @Test func theContextIsLimitedInNumberAndSize() async throws {
        let test = try await TestStore()
        let session = try await test.createSession()
        let lines = try TranscriptLines.parse(
            Array(repeating: #"{"type":"assistant","text":"\#(Self.text)"}"#, count: 20).joined(separator: "\n"))
        _ = try await test.store.sessions.appendAgentLines(
            lines, to: session.id, of: test.organization.id, at: test.clock.now, once: nil)
        func numbers(_ range: MessageRange, _ context: BatchLimits?) async throws -> [Int] {
            try await self.numbers(range, context: context, of: session, in: test)
        }
        let (few, small) = (BatchLimits(lines: 3, bytes: .max), BatchLimits(lines: 30, bytes: 1500))
        #expect(try await numbers(.after(10), nil) == [11, 12])
        #expect(try await numbers(.after(10), few) == [8, 9, 10, 11, 12])
        #expect(try await numbers(.after(10), small) == [9, 10, 11, 12])
        #expect(try await numbers(.after(1), few) == [1, 2, 3])
        #expect(try await numbers(.after(0), few) == [1, 2])
        #expect(try await numbers(.after(.max), few) == [19, 20, 21])
        // The end of a transcript needs no context.
        #expect(try await numbers(.before(.max), few) == [20, 21])
    }
}
