import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Runs

/// Retries of runs that failed or were stopped: every message of a person reaches an agent.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct RetryTests {
    /// Records each prompt in a file that survives a recreated workspace, and answers. The prompt "die" ends it without
    /// an answer.
    private static let notes = #"""
        while read_prompt; do
            text=$(printf '%s' "$prompt" | sed 's/.*"text":"//; s/"}\]}}$//'); printf '%s\n' "$text" >> told
            case "$text" in *die) exit 3;; esac
            begin; say Working
            case "$text" in *"hang on") sleep 1000;; esac
            case "$text" in *fail*) line '"type":"result","subtype":"success","is_error":true,"result":"Overloaded."'; continue;; esac
            answer "Done."
        done
        """#

    private func told(_ id: SessionID, _ home: RunHome) -> [String] {
        let text = (try? String(contentsOfFile: home.workspace(of: id) + "/told", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    private func retry(_ id: SessionID, _ home: RunHome, _ draft: RetryDraft = RetryDraft()) async throws {
        _ = try await home.store.sessions.retry(
            id, of: home.organization, with: draft, by: "Ada", at: home.clock.now, once: nil)
    }

    private func end(_ id: SessionID, attempts: Int, _ home: RunHome) async throws -> SessionDetail {
        try await eventually(within: .seconds(300)) { try await home.detail(id).run?.attempts.count == attempts }
        return try await home.end(of: id)
    }

    @Test func aFailedCloneIsMendedWithAnotherBranch() async throws {
        let home = try await RunHome(agent: Self.notes)
        try await home.working {
            let missing = Repository(url: RunHome.repository.url, baseBranch: try BranchName("missing"))
            let id = try await home.create("First", repository: missing)
            let failed = try await end(id, attempts: 1, home)
            #expect(failed.session.status == .failed && failed.run?.undelivered == [1])
            #expect(failed.run?.attempts.first?.outcome == .failed)
            try await home.say("Second", in: id)
            #expect(try await end(id, attempts: 2, home).session.status == .failed)
            try await retry(id, home, RetryDraft(baseBranch: .main))
            let mended = try await end(id, attempts: 3, home)
            #expect(mended.session.status == .completed && mended.run?.undelivered == [])
            #expect(told(id, home) == ["First", "Second"])
            let last = try #require(mended.run?.attempts.last)
            #expect(last.number == 3 && last.cause == .retry && last.actor == "Ada" && last.outcome == .completed)
            #expect(last.costUsd == 0.5)
        }
    }

    @Test func anAnswerThatFailedIsTriedAgainWithoutSayingItTwice() async throws {
        let home = try await RunHome(agent: Self.notes)
        try await home.working {
            let id = try await home.create("fail at this")
            #expect(try await end(id, attempts: 1, home).session.failure == "Overloaded.")
            try await retry(id, home)
            #expect(try await end(id, attempts: 2, home).session.status == .completed)
            #expect(
                told(id, home) == [
                    "fail at this", "You were interrupted while working on this. Continue where you left off.",
                ])
            #expect(try await home.texts(id).filter { $0 == "fail at this" }.count == 1)
        }
    }

    @Test func whatWasStoppedGoesOn() async throws {
        let home = try await RunHome(agent: Self.notes)
        try await home.working {
            let id = try await home.create("hang on")
            try await eventually { try await home.texts(id).contains("Working") }
            _ = try await home.store.sessions.stop(id, of: home.organization, by: "Bob", at: home.clock.now)
            let stopped = try await end(id, attempts: 1, home)
            #expect(stopped.run?.attempts.first?.outcome == .stopped)
            #expect(stopped.run?.attempts.first?.reason == "Stopped by Bob.")
            try await retry(id, home)
            #expect(try await end(id, attempts: 2, home).session.status == .completed)
            #expect(told(id, home).last == "You were interrupted while working on this. Continue where you left off.")
        }
    }

    /// Without the automatic next start, no agent would ever get the second message.
    @Test func whatWaitsBehindAMessageThatEndsTheAgentIsDelivered() async throws {
        let home = try await RunHome(agent: Self.notes)
        let id = try await home.create("now die")
        try await home.say("Second", in: id)
        try await home.say("and die", in: id)
        try await home.say("Last", in: id)
        try await home.working {
            let detail = try await end(id, attempts: 3, home)
            #expect(detail.session.status == .completed && detail.run?.undelivered == [])
            #expect(detail.run?.attempts.map(\.outcome) == [.failed, .failed, .completed])
            #expect(try await home.texts(id).filter { $0 == "Done." }.count == 2)
            let all = told(id, home)
            #expect(all.contains("now die") && all.contains("and die"))
            for text in ["Second", "Last"] { #expect(all.count { $0.hasSuffix(text) } == 1) }
        }
    }

    @Test func whatAnAgentDidBeforeItEndedWithoutAnAnswerIsKept() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; echo made > made; exit 3")
        try await home.working {
            let id = try await home.create("Go")
            let detail = try await end(id, attempts: 1, home)
            #expect(detail.session.status == .failed)
            #expect(
                try await home.store.runs.changes(of: id, in: home.organization).changes?.files.map(\.path) == ["made"])
        }
    }

    @Test func workMovesToAnotherBaseBranch() async throws {
        let home = try await RunHome(
            agent: #"""
                read_prompt; begin; echo x >> made; say Working
                line '"type":"result","is_error":true,"result":"No."'
                """#)
        try await home.working {
            let id = try await home.create("Go")
            let first = try await end(id, attempts: 1, home)
            try await home.commitToMain("other", as: "next")
            try await retry(id, home, RetryDraft(baseBranch: try BranchName("next")))
            let second = try await end(id, attempts: 2, home)
            #expect(second.session.repository?.baseBranch.description == "next")
            #expect(first.session.branch != nil && second.session.branch != nil)
            let made = try String(contentsOfFile: home.workspace(of: id) + "/made", encoding: .utf8)
            #expect(made == "x\nx\n")
            let file = try String(contentsOfFile: home.workspace(of: id) + "/file.txt", encoding: .utf8)
            #expect(file == "other\n")
        }
    }

    @Test func aFollowUpBeforeTheFirstRunComesAfterTheFirstMessage() async throws {
        let home = try await RunHome(agent: Self.notes)
        let id = try await home.create("First")
        try await home.say("Second", in: id)
        try await home.working {
            let detail = try await end(id, attempts: 1, home)
            #expect(detail.session.status == .completed)
            #expect(told(id, home) == ["First", "Second"])
        }
    }

    @Test func whatIsSaidWhileTheServerIsDownIsDelivered() async throws {
        let home = try await RunHome(agent: Self.notes)
        let id = try await home.create("hang on")
        try await home.working { try await eventually { try await home.texts(id).contains("Working") } }
        try await home.say("Second", in: id)
        _ = try await home.store.sessions.stop(id, of: home.organization, by: "Bob", at: home.clock.now)
        try await home.say("Third", in: id)
        try await home.working {
            let detail = try await end(id, attempts: 2, home)
            #expect(detail.session.status == .completed && detail.run?.undelivered == [])
            let interrupted = try #require(detail.run?.attempts.first)
            #expect(interrupted.outcome == .interrupted)
            #expect(interrupted.reason == "The server restarted; the agent continues.")
            #expect(detail.run?.attempts.last?.cause == .restart)
            // What a runner has done since the last answer is lost with it.
            let earlier = RunPlace.current == .server ? ["hang on"] : []
            #expect(told(id, home) == earlier + ["Second\\n\\nThird"])
        }
    }

    @Test func anAgentCannotWriteMarks() async throws {
        let home = try await RunHome(agent: #"read_prompt; begin; line '"type":"attempt","number":9'; answer "Done.""#)
        try await home.working {
            let detail = try await end(try await home.create("Go"), attempts: 1, home)
            #expect(detail.run?.attempts.map(\.number) == [1])
            #expect(detail.run?.note?.contains("has a type that only the server may use") == true)
        }
    }
}
