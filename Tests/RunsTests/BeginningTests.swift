import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Runs

/// The start of work on a branch, tag, commit or empty repository, and the result when there is no branch to merge
/// into.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct BeginningTests {
    private static let works = "while read_prompt; do begin; echo more >> made; answer Done.; done"

    private static let noPublisher = PullRequestPublisher { _ in
        Issue.record("A pull request was opened.")
        throw GitHostFailure(reason: "no")
    }

    private func end(_ id: SessionID, answers: Int, _ home: RunHome) async throws -> SessionDetail {
        try await eventually { try await home.texts(id).count { $0 == "Done." } >= answers }
        return try await home.end(of: id)
    }

    @Test func whatIsMadeInAnEmptyRepositoryBecomesItsBranch() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working(publisher: Self.noPublisher) {
            let id = try await home.create("Begin", repository: try await home.makeRepository("new", branch: nil))
            let first = try await end(id, answers: 1, home)
            #expect(first.session.status == .completed)
            let note = "The repository was empty, so the work was pushed to main without a pull request."
            #expect(first.run?.note == note)
            #expect(try await home.shell("git show main:made", in: "new") == "more\n")
            let root = try await home.shell("git rev-list main", in: "new")
            #expect(root.split(separator: "\n").count == 1)
            try await home.say("Go on", in: id)
            let second = try await end(id, answers: 2, home)
            #expect(second.session.status == .completed)
            #expect(try await home.shell("git show main:made", in: "new") == "more\nmore\n")
            let commits = try await home.shell("git rev-list main", in: "new").split(separator: "\n")
            #expect(commits.count == 2 && commits.last.map { "\($0)\n" } == root)
        }
    }

    @Test func whatBecameTheBranchFitsWhenTheWorkspaceIsGone() async throws {
        let home = try await RunHome(agent: Self.works)
        let opened = Mutex(0)
        let publisher = PullRequestPublisher { _ in
            opened.withLock { $0 += 1 }
            throw GitHostFailure(reason: "no")
        }
        try await home.working(publisher: publisher) {
            let id = try await home.create("Begin", repository: try await home.makeRepository("new", branch: nil))
            _ = try await end(id, answers: 1, home)
            #expect(opened.withLock(\.self) == 0)
            _ = try await home.store.runs.forgetWorkspace(of: id) {
                try FileManager.default.removeItem(atPath: "\(home.configuration.directory)/\(id)")
            }
            try await home.say("Once more", in: id)
            let detail = try await end(id, answers: 2, home)
            #expect(detail.session.status == .completed && detail.run?.leftOut == [])
            // There is a branch now that it can be merged into.
            #expect(opened.withLock(\.self) == 1)
        }
    }

    @Test(arguments: ["v1", "light", ""])
    func workOnATagOrACommitIsPushedWithoutAPullRequest(tag: String) async throws {
        let home = try await RunHome(agent: Self.works)
        let commit = try await home.shell("git tag -m v1 v1 main; git tag light main; git rev-parse main", in: "app")
        try await home.commitToMain("later")
        try await home.working(publisher: Self.noPublisher) {
            let base = try BranchName(tag.isEmpty ? commit.split(separator: "\n").joined() : tag)
            let id = try await home.create(
                "Add it", repository: Repository(url: RunHome.repository.url, baseBranch: base))
            let detail = try await end(id, answers: 1, home)
            #expect(detail.session.status == .completed, "\(detail.session.failure ?? "")")
            let branch = detail.session.branch ?? ""
            #expect(detail.run?.note?.hasPrefix("The work was pushed to \(branch).") == true)
            #expect(try await home.shell("git show \(branch):file.txt", in: "app") == "one\n")
        }
    }

    @Test(arguments: ["missing", "refs/heads/main", "0123456789012345678901234567890123456789"])
    func whatIsNotThereIsSaidPlainly(name: String) async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            let id = try await home.create(
                "Go", repository: Repository(url: RunHome.repository.url, baseBranch: try BranchName(name)))
            let failure = try await home.end(of: id).session.failure
            #expect(failure?.contains(name) == true, "\(failure ?? "")")
        }
    }
}
