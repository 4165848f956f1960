import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Runs

@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct RunTests {
    private static let works = #"""
        while read_prompt; do
            begin; say "I change the file."; echo two >> file.txt; git commit -qam "Add a line"; echo new > new.txt
            answer "Done."
        done
        """#

    @Test func aSessionIsWorkedOnAndItsChangesAreKept() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            let id = try await home.create("Add a line to the file")
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(detail.session.branch == "agent/add-line-to-file")
            #expect(try await home.texts(id) == ["Add a line to the file", "I change the file.", "Done."])
            let run = try #require(detail.run)
            #expect(run.usage == AgentUsage(costUSD: 0.5, inputTokens: 3, outputTokens: 2, turns: 1))
            #expect(run.note?.hasPrefix("No pull request: this server has no token for git.test. ") == true)
            #expect(run.changes == ChangeCount(files: 2, addedLines: 2, removedLines: 0))
            let changes = try #require(try await home.store.runs.changes(of: id, in: home.organization).changes)
            #expect(changes.files.map(\.path) == ["file.txt", "new.txt"])
            #expect(String(decoding: changes.patch, as: UTF8.self).contains("+two\n"))
        }
    }

    @Test func aSessionWithoutARepositoryGetsAnEmptyOne() async throws {
        let home = try await RunHome(
            agent: "read_prompt; begin; echo hello > hello.txt; answer Done.")
        try await home.working {
            let id = try await home.create("Say hello", repository: nil)
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed && detail.session.branch == nil)
            #expect(detail.run?.changes?.files == 1)
            #expect(detail.run?.note == "No pull request: the session has no repository.")
        }
    }

    @Test func followUpsAreAnsweredInTheirOrderByTheSameAgent() async throws {
        let home = try await RunHome(
            agent: """
                n=0; while read_prompt; do
                    n=$((n + 1)); begin; say Working; until test -e all-is-said; do sleep 0.05; done; answer "Answer $n"
                done
                """)
        try await home.working {
            let id = try await home.create("First")
            try await home.say("Second", in: id)
            try await home.say("Third", in: id)
            try await eventually { try await home.texts(id).contains("Working") }
            try home.write(to: "workspace/all-is-said", of: id)
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            let texts = try await home.texts(id)
            #expect(texts.filter { $0.hasPrefix("Answer") } == ["Answer 1", "Answer 2", "Answer 3"])
            #expect(detail.run?.usage.costUSD == 0.5)
            #expect(detail.run?.usage.turns == 3)
        }
    }

    @Test func aFinishedSessionIsResumed() async throws {
        let home = try await RunHome(agent: #"read_prompt; begin; answer "Called with $*""#)
        try await home.working {
            let id = try await home.create("First")
            _ = try await home.end(of: id)
            try await home.say("Second", in: id)
            try await eventually { try await home.texts(id).count == 4 }
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(
                try await home.texts(id).filter { $0.hasPrefix("Called") } == [
                    "Called with --model test",
                    "Called with --model test --resume 0b7ce7bb-8c9f-4a3e-9d3c-0c2f9f2f3b51",
                ])
            #expect(detail.run?.usage.costUSD == 1)
        }
    }

    @Test func anAgentThatForgotItsConversationStartsAfreshOnce() async throws {
        let home = try await RunHome(
            agent: """
                read_prompt
                if test "$3" = --resume; then
                    line '"type":"result","subtype":"error_during_execution","is_error":true,"errors":["No conversation found"]'
                    exit 1
                fi
                begin; answer "Afresh"
                """)
        try await home.working {
            let id = try await home.create("First")
            _ = try await home.end(of: id)
            try await home.say("Second", in: id)
            try await eventually { try await home.texts(id).count == 4 }
            #expect(try await home.end(of: id).session.status == .completed)
            #expect(try await home.texts(id) == ["First", "Afresh", "Second", "Afresh"])
        }
    }

    @Test func aFailingAnswerFailsTheSessionWithItsReason() async throws {
        let home = try await RunHome(
            agent: #"""
                read_prompt; begin
                line '"type":"result","subtype":"success","is_error":true,"result":"The model refused."'
                """#)
        try await home.working {
            let detail = try await home.end(of: try await home.create("Go"))
            #expect(detail.session.status == .failed && detail.session.failure == "The model refused.")
        }
    }

    @Test func anAgentThatEndsWithoutAnAnswerTellsItsReason() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; echo 'not logged in' >&2; exit 3")
        try await home.working {
            let detail = try await home.end(of: try await home.create("Go"))
            #expect(detail.session.failure == "The agent exited without a result (exit code 3): not logged in\n")
        }
    }

    @Test func aRepositoryThatIsNotThereIsTold() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            let path = home.directory.path + "/git/acme/missing"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let url = RepositoryURL(host: "git.test", owner: "acme", name: "missing")
            let id = try await home.create("Go", repository: Repository(url: url, baseBranch: nil))
            let failure = try #require(try await home.end(of: id).session.failure)
            #expect(failure.hasPrefix("git clone failed: "))
        }
    }

    @Test func linesOfUnknownTypesAreKeptAndOthersPassedOver() async throws {
        let home = try await RunHome(
            agent: #"read_prompt; begin; line '"type":"novelty","x":1'; echo 'no json'; answer Done."#)
        try await home.working {
            let id = try await home.create("Go")
            #expect(try await home.end(of: id).session.status == .completed)
            #expect(try await home.texts(id) == ["Go", "Done."])
            #expect(try await home.detail(id).session.messageCount == 2)
        }
    }
}
