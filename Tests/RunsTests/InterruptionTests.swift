import Domain
import Foundation
import Sandbox
import Storage
import TestSupport
import Testing

@testable import Runs

private let unread: Comment = "What nobody has read of a runner's output is dropped with the runner's work."

/// Recovery after the server stopped while an agent was running.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct InterruptionTests {
    private static let waits = "read_prompt; begin; say Working; sleep 1000"

    /// A session whose agent was ended with the server, and whose last words nobody had read.
    private func interrupted(_ home: RunHome, unread: String) async throws -> SessionID {
        let id = try await home.create("Go")
        try await home.working { try await eventually { try await home.texts(id).contains("Working") } }
        let path = "\(home.configuration.directory)/\(id)/output-1.ndjson"
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(unread.utf8))
        try file.close()
        return id
    }

    @Test(.onServerOnly(unread))
    func anUnreadAnswerIsTheSessionsAndNothingIsDoneAgain() async throws {
        let home = try await RunHome(agent: Self.waits)
        let answer = #"{"type":"result","subtype":"success","is_error":true,"result":"It broke."}"#
        let id = try await interrupted(home, unread: answer + "\n")
        try await home.working {
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .failed && detail.session.failure == "It broke.")
            #expect(try await home.texts(id) == ["Go", "Working", "It broke."])
        }
    }

    @Test func nothingBeginsBeforeAnEarlierServersProcessesHaveEnded() async throws {
        let home = try await RunHome(agent: #"read_prompt; begin; answer "Done""#)
        try FileManager.default.createDirectory(
            atPath: home.configuration.directory, withIntermediateDirectories: true)
        var lock = try SandboxLock(path: home.configuration.directory + "/lock")
        #expect(lock != nil)
        let id = try await home.create("Go")
        let log = RecordedLog()
        try await home.working(logger: log.logger) { [earlier = lock] in
            // The service is ready to start a run.
            try await eventually {
                log.lines.contains { $0.contains("runs wait for processes of the previous server") }
            }
            #expect(try await home.detail(id).run?.stage == .queued)
            withExtendedLifetime(earlier) {}
        }
        lock = nil
        try await home.working {
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
        }
    }

    /// Like systemd, which signals all processes of a service.
    @Test func anAgentThatIsEndedWithTheServerHasNotFailed() async throws {
        let home = try await RunHome(
            agent: #"read_prompt; begin; test "$3" = --resume && answer "Resumed" && exit; say Working; kill -TERM $$"#)
        let id = try await home.create("Go")
        try await home.working { try await eventually { try await home.texts(id).contains("Working") } }
        try await home.working {
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(try await home.texts(id) == ["Go", "Working", "Resumed"])
        }
    }

    @Test(.onServerOnly(unread))
    func halfALineIsNone() async throws {
        let home = try await RunHome(
            agent: #"read_prompt; begin; test "$3" = --resume && answer "Resumed" && exit; say Working; sleep 1000"#)
        let id = try await interrupted(home, unread: #"{"type":"assistant","message":{"cont"#)
        try await home.working {
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(try await home.texts(id) == ["Go", "Working", "Resumed"])
        }
    }

    @Test(.onServerOnly(unread))
    func anAnswerIsNotTakenForOneToWhatNoAgentWasTold() async throws {
        let home = try await RunHome(
            agent: #"read_prompt; begin; test "$3" = --resume && answer "Heard" && exit; say Working; sleep 1000"#)
        let answer = #"{"type":"result","subtype":"success","is_error":true,"result":"Interrupted."}"#
        let id = try await interrupted(home, unread: answer + "\n")
        _ = try await home.store.sessions.stop(id, of: home.organization, by: "Alice", at: home.clock.now)
        try await home.say("And now?", in: id)
        try await home.working {
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(try await home.texts(id) == ["Go", "Working", "And now?", "Interrupted.", "Heard"])
        }
    }

    @Test func whatAnAgentElsewhereAnsweredIsNotAskedAgain() async throws {
        let directory = try TemporaryDirectory()
        let agent = #"while read_prompt; do begin; answer "Answered"; done"#
        let id = try await {
            let home = try await RunHome(agent: agent, in: nil, sharing: directory, queuesRuns: false)
            let id = try await home.create("Long ago")
            let line = try TranscriptLine(
                json: #"{"type":"result","subtype":"success","result":"Done then."}"#, number: 1)
            _ = try await home.store.sessions.appendAgentLines(
                [line], to: id, of: home.organization, at: home.clock.now, once: nil)
            return id
        }()
        let home = try await RunHome(agent: agent, in: directory)
        try await home.working {
            try await home.say("Today", in: id)
            _ = try await home.end(of: id)
            #expect(try await home.texts(id) == ["Long ago", "Done then.", "Today", "Answered"])
        }
    }

    @Test func sessionsOfTheSameTitleGetBranchesOfTheirOwn() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; echo more >> file.txt; answer Done.")
        try await home.working {
            let ids = [try await home.create("Fix the tests"), try await home.create("Fix the tests")]
            var branches: Set<String?> = []
            for id in ids { branches.insert(try await home.end(of: id).session.branch) }
            #expect(branches == ["agent/fix-tests", "agent/fix-tests-2"])
        }
    }
}
