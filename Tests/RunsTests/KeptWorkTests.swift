import Domain
import Foundation
import Sandbox
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Runs

/// People's messages reach the agent, and later agents have the work of earlier ones.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct KeptWorkTests {
    @Test func workThatFilledItsDiskIsKept() async throws {
        let script = #"""
            read_prompt; begin; echo a > a.txt
            for name in 1 2 3 4; do head -c 8000000 /dev/urandom > "$name"; done; sleep 600
            """#
        let home = try await RunHome(agent: script) { $0.limits.diskBytes = 20 << 20 }
        try await home.working {
            let id = try await home.create("Fill it")
            let failure = try await home.end(of: id).session.failure
            #expect(failure?.contains("MiB of disk") == true && failure?.contains("git") == false, "\(failure ?? "")")
            let changes = try await home.store.runs.changes(of: id, in: home.organization).changes
            #expect(changes?.files.map(\.path).contains("a.txt") == true)
        }
    }

    /// Runs its prompt as a shell script, and answers with the prompt.
    private static let obeys = #"""
        while read_prompt; do
            begin; text=$(printf '%s' "$prompt" | sed 's/.*"text":"//; s/"}\]}}$//')
            printf '%s\n' "$text" >> told; eval "$(printf '%b' "$text" | tail -n 1)" >&2; answer "Done."
        done
        """#

    private func changed(_ id: SessionID, _ home: RunHome) async throws -> [String] {
        try await home.store.runs.changes(of: id, in: home.organization).changes?.files.map(\.path) ?? []
    }

    private func told(_ id: SessionID, _ home: RunHome) -> String {
        (try? String(contentsOfFile: home.workspace(of: id) + "/told", encoding: .utf8)) ?? ""
    }

    private func end(_ id: SessionID, answers: Int, _ home: RunHome) async throws -> SessionDetail {
        try await eventually { try await home.texts(id).count { $0 == "Done." } >= answers }
        return try await home.end(of: id)
    }

    @Test func aRepositoryWithoutMainIsWorkedOnAtItsDefaultBranch() async throws {
        let home = try await RunHome(agent: Self.obeys)
        try await home.working {
            let id = try await home.create(
                "true", repository: try await home.makeRepository("old", branch: "trunk"))
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(detail.session.repository?.baseBranch.description == "trunk")
            #expect(try await changed(id, home) == ["told"])
        }
    }

    @Test(arguments: [false, true])
    func aRepositoryWhoseHeadLeadsNowhereIsWorkedOnAtItsOnlyBranch(hasOther: Bool) async throws {
        let home = try await RunHome(agent: Self.obeys)
        try await home.working {
            let repository = try await home.makeRepository("old", branch: "trunk")
            let path = home.directory.path + "/git/acme/old"
            try "ref: refs/heads/none\n".write(toFile: path + "/HEAD", atomically: true, encoding: .utf8)
            let heads = path + "/refs/heads"
            if hasOther { try FileManager.default.copyItem(atPath: heads + "/trunk", toPath: heads + "/other") }
            let session = try await home.end(of: try await home.create("true", repository: repository)).session
            #expect(session.status == (hasOther ? .failed : .completed))
            #expect(session.repository?.baseBranch.description == (hasOther ? "main" : "trunk"))
            #expect(!hasOther || session.failure?.contains("Choose a base branch, such as other") == true)
        }
    }

    @Test func anEmptyRepositoryIsBegun() async throws {
        let home = try await RunHome(agent: Self.obeys)
        try await home.working {
            let id = try await home.create("true", repository: try await home.makeRepository("new", branch: nil))
            #expect(try await home.end(of: id).session.status == .completed)
            #expect(try await changed(id, home) == ["told"])
        }
    }

    @Test(arguments: ["agent", "agent/true/more"])
    func aBranchThatLeavesNoRoomForOursIsInNobodysWay(name: String) async throws {
        let home = try await RunHome(agent: Self.obeys)
        try await home.working {
            let repository = try await home.makeRepository("crowded", branch: name)
            let id = try await home.create("true", repository: repository)
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(detail.session.branch == (name == "agent" ? "agent-true" : "agent/true-2"))
        }
    }

    @Test func whatNoAgentReadBeforeAStopGoesWithWhatIsSaidNext() async throws {
        let home = try await RunHome(agent: Self.obeys)
        let id = try await home.create("true # first")
        try await home.say("true # second", in: id)
        _ = try await home.store.sessions.stop(id, of: home.organization, by: "Ada", at: home.clock.now)
        try await home.working {
            try await home.say("true # third", in: id)
            #expect(try await end(id, answers: 1, home).session.status == .completed)
            #expect(told(id, home) == "true # first\\n\\ntrue # second\\n\\ntrue # third\n")
        }
    }

    @Test(arguments: [true, false])
    func workWhoseWorkspaceIsGoneComesBack(isPushed: Bool) async throws {
        let home = try await RunHome(agent: Self.obeys)
        let opened = Mutex<[String]>([])
        let publisher = PullRequestPublisher { draft in
            opened.withLock { $0.append(draft.branch.description) }
            let url = try PullRequestURL("https://git.test/acme/app/pull/1")
            return PullRequest(number: 1, url: url, status: .open, mergedAt: nil)
        }
        try await home.working(publisher: isPushed ? publisher : nil) {
            let id = try await home.create("echo one > one")
            let first = try await home.end(of: id)
            #expect(try await changed(id, home) == ["one", "told"])
            #expect(
                try await home.store.runs.forgetWorkspace(of: id) {
                    try FileManager.default.removeItem(atPath: "\(home.configuration.directory)/\(id)")
                })
            try await home.say("echo two > two", in: id)
            let second = try await end(id, answers: 2, home)
            #expect(second.session.status == .completed)
            #expect(second.session.branch == first.session.branch)
            #expect(second.run?.leftOut == [])
            #expect(try await changed(id, home) == ["one", "told", "two"])
            // The agent can't resume the conversation, and gets a summary.
            let account = told(id, home)
            #expect(account.contains("Asked: echo one > one"))
            #expect(account.contains("Answered: Done."))
            if isPushed { #expect(Set(opened.withLock { $0 }).count == 1) }
        }
    }

    @Test func workThatDoesNotFitAnyMoreIsNamed() async throws {
        let home = try await RunHome(agent: Self.obeys)
        try await home.working {
            let id = try await home.create("echo mine > file.txt")
            _ = try await home.end(of: id)
            try await home.commitToMain("theirs")
            _ = try await home.store.runs.forgetWorkspace(of: id) {
                try FileManager.default.removeItem(atPath: "\(home.configuration.directory)/\(id)")
            }
            try await home.say("true", in: id)
            let detail = try await end(id, answers: 2, home)
            #expect(detail.run?.leftOut.map(\.name) == ["earlier changes"])
        }
    }

    @Test func unfinishedWorkMakesNoPullRequest() async throws {
        let home = try await RunHome(agent: Self.obeys)
        let publisher = PullRequestPublisher { _ in
            Issue.record("A pull request was opened.")
            throw GitHostFailure(reason: "no")
        }
        try await home.working(publisher: publisher) {
            let merge = """
                git switch -qc a; echo 1 > x; git add x; git commit -qm 1; git switch -qc b main; echo 2 > x; \
                git add x; git commit -qm 2; git merge -q a || true
                """
            let detail = try await home.end(of: try await home.create(merge))
            #expect(detail.session.status == .completed)
            #expect(detail.run?.note == "The agent left a merge unfinished.")
            #expect(detail.run?.leftOut.map(\.name) == ["a"])
        }
    }
}
