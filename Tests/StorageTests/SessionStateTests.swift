import Domain
import TestSupport
import Testing

@testable import Storage

/// Sessions' states in lists and in single responses.
struct SessionStateTests {
    @Test func theQueueIsCountedForASingleSession() async throws {
        let test = try await TestStore(queuesRuns: true)
        let first = try await test.createSession()
        #expect(first.state == .queued(place: nil))
        test.clock.advance(by: .seconds(1))
        let second = try await test.createSession("Paint the door")
        let detail = try await test.store.sessions.detail(of: second.id, in: test.organization.id)
        #expect(detail.session.state == .queued(place: 2) && detail.session.stateBegan == test.clock.now)
        _ = try await test.store.runs.claim(at: test.clock.now)
        let excerpt = try await test.store.sessions.excerpt(
            .after(0), of: second.id, in: test.organization.id, limit: 5)
        #expect(excerpt.session.state == .queued(place: 1))
    }

    @Test func listsFollowTheRun() async throws {
        let test = try await TestStore(queuesRuns: true)
        let id = try await test.createSession().id
        let run = try #require(try await test.store.runs.claim(at: test.clock.now)).number
        func listed() async throws -> Session {
            let page = try await test.store.sessions.page(
                of: test.organization.id, SessionFilter(), after: .start, limit: 5)
            return try #require(page.sessions.first).session
        }
        for (stage, state) in [(RunStage.cloning, SessionState.cloning), (.working, .working)] {
            try await test.store.runs.set(stage, of: run, at: test.clock.now)
            #expect(try await listed().state == state)
        }
        let files = [ChangedFile(path: "a", oldPath: nil, addedLines: 3, removedLines: 1)]
        try await test.store.runs.save(
            SessionChanges(files: files, patch: [1], isCut: false), since: "c0ffee", of: run, at: test.clock.now)
        #expect(try await listed().run?.changes == ChangeCount(files: 1, addedLines: 3, removedLines: 1))
        _ = try await test.store.sessions.stop(id, of: test.organization.id, by: "Uma", at: test.clock.now)
        #expect(try await listed().state == .stopped(by: "Uma"))
    }
}
