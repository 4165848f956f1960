import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// The call that every change of a session makes in its own transaction.
struct PushOutboxTests {
    private struct Undone: Error {}

    private static func subscribe(_ test: TestStore) async throws {
        let draft = PushSubscriptionDraft(
            endpoint: try PushEndpoint("https://push.example.com/a"), publicKey: [UInt8](repeating: 4, count: 65),
            authentication: [UInt8](repeating: 1, count: 16), name: "Firefox")
        _ = try await test.store.push.subscribe(draft, of: test.author.id, in: .random(), at: test.clock.now)
    }

    private static func ask(
        _ question: String, in session: Session, of test: TestStore, undoing isUndone: Bool = false
    ) async throws {
        let (organization, now) = (test.organization.id, test.clock.now)
        try await test.store.push.connections.writeContent { db in
            let number = try SessionRow.number(of: session.id, in: organization, db)
            try PushOutbox.enqueue(.waits, question, of: number, at: now, db)
            if isUndone { throw Undone() }
        }
    }

    @Test func aQuestionIsToldAtOnceByItsFirstLine() async throws {
        let test = try await TestStore()
        try await Self.subscribe(test)
        let session = try await test.createSession()
        try await Self.ask("\n Which database?\u{7}\nPostgres or SQLite?", in: session, of: test)
        let due = try await test.store.push.due(at: test.clock.now)
        #expect(
            due.map(\.content) == [
                .news(
                    .waits, of: session.id, titled: session.title, in: test.organization.id, body: "Which database?")
            ])
    }

    @Test func whatIsUndoneIsNotTold() async throws {
        let test = try await TestStore()
        try await Self.subscribe(test)
        let session = try await test.createSession()
        await #expect(throws: Undone.self) {
            try await Self.ask("Which database?", in: session, of: test, undoing: true)
        }
        #expect(try await test.store.push.due(at: test.clock.now).isEmpty)
    }

    /// News that come while a message is on its way are not lost with its answer.
    @Test func newsThatComeWhileAMessageIsSentAreToldNext() async throws {
        let test = try await TestStore()
        try await Self.subscribe(test)
        let session = try await test.createSession()
        try await Self.ask("First?", in: session, of: test)
        let first = try #require(try await test.store.push.due(at: test.clock.now).first)
        try await Self.ask("Second?", in: session, of: test)
        try await test.store.push.settle(first, .accepted, at: test.clock.now)
        #expect(try await test.store.push.due(at: test.clock.now).isEmpty)
        let due = try await test.store.push.due(at: test.clock.now + PendingPush.coalescingTime)
        #expect(due.count == 1 && due.first?.retries == 0)
        guard case .news(_, _, _, _, let body) = due.first?.content else {
            Issue.record("nothing is to be told")
            return
        }
        #expect(body == "Second?")
    }
}
