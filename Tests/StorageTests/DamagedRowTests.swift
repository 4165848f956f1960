import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

/// The file may have been edited, or damaged by the disk.
struct DamagedRowTests {
    /// A change that sets a session's row, or a row that belongs to it, to values that no version of the service
    /// writes.
    @Test(arguments: [
        "UPDATE sessions SET status = 'stolen' WHERE id = ?",
        "UPDATE sessions SET title_source = '' WHERE id = ?",
        "UPDATE tasks SET status = 'lost' WHERE session_number = (SELECT number FROM sessions WHERE id = ?)",
        "UPDATE runs SET stage = 'gone' WHERE session_number = (SELECT number FROM sessions WHERE id = ?)",
        "UPDATE runs SET left_out = '{}' WHERE session_number = (SELECT number FROM sessions WHERE id = ?)",
        "UPDATE runs SET left_out = '[' WHERE session_number = (SELECT number FROM sessions WHERE id = ?)",
    ])
    func aDamagedRowFailsWhoReadsItAndNobodyElse(change: String) async throws {
        let log = RecordedLog()
        let test = try await TestStore(logger: log.logger, queuesRuns: true)
        let (damaged, whole) = (try await test.createSession(), try await test.createSession())
        let plan =
            #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"t","name":"TodoWrite","#
            + #""input":{"todos":[{"content":"Look","status":"pending"}]}}]}}"#
        let run = try #require(try await test.store.runs.claim(at: test.clock.now))
        #expect(run.session.id == damaged.id)
        _ = try await test.store.runs.append(
            TranscriptLines.parse(plan), of: run.number, answering: .none, upTo: 0, at: test.clock.now)
        _ = try await detail(damaged, test)
        try await test.store.sessions.connections.write { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: change, arguments: [damaged.id])
            #expect(db.changesCount > 0)
        }
        await #expect(throws: DomainError.databaseFailed) { try await detail(damaged, test) }
        #expect(try await detail(whole, test).session.id == whole.id)
        #expect(log.lines.contains { $0.contains("a stored value cannot be read") })
        #expect(test.store.health.check() == .writable)
    }

    @Test(arguments: ["queued", "working"]) func aDamagedRunHoldsUpNoOther(stage: String) async throws {
        let log = RecordedLog()
        let test = try await TestStore(logger: log.logger, queuesRuns: true)
        let (damaged, whole) = (try await test.createSession(), try await test.createSession())
        if stage == "working" { _ = try await test.store.runs.claim(at: test.clock.now) }
        try await test.store.sessions.connections.write { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: "UPDATE sessions SET status = 'stolen' WHERE id = ?", arguments: [damaged.id])
        }
        _ = try await test.store.runs.requeueInterrupted()
        #expect(try await test.store.runs.claim(at: test.clock.now)?.session.id == whole.id)
        for _ in 1...3 { #expect(try await test.store.runs.claim(at: test.clock.now) == nil) }
        #expect(log.lines.count { $0.contains("a stored value cannot be read") } == 1)
    }

    @Test func aDamagedRowFailsAChangeToItAndNoOther() async throws {
        let test = try await TestStore()
        let (damaged, whole) = (try await test.createSession(), try await test.createSession())
        try await test.store.sessions.connections.write { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: "UPDATE sessions SET status = 'stolen' WHERE id = ?", arguments: [damaged.id])
        }
        @Sendable func goOn(_ session: Session) async throws {
            _ = try await test.store.sessions.followUp(
                "Go on", in: session.id, of: test.organization.id, by: test.author.id, at: test.clock.now, once: nil)
        }
        async let others: Void = goOn(whole)
        await #expect(throws: DomainError.databaseFailed) { try await goOn(damaged) }
        try await others
        #expect(test.store.health.check() == .writable)
    }

    private func detail(_ session: Session, _ test: TestStore) async throws -> SessionDetail {
        try await test.store.sessions.detail(of: session.id, in: test.organization.id)
    }
}
