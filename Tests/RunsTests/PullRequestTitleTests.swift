import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Runs

/// The titles of pull requests and their commits.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct PullRequestTitleTests {
    private static let prompt = "Please add a check to the form"

    /// - Returns: the title of the pull request, and the subjects of its commits, the first one first.
    private func titles(committing commands: String, named title: String? = nil) async throws -> (String?, [String]) {
        let home = try await RunHome(agent: "read_prompt; begin; \(commands); echo more > more; answer Done.")
        let opened = Mutex<(title: String, branch: String)?>(nil)
        let publisher = PullRequestPublisher { draft in
            opened.withLock { $0 = (draft.title, draft.branch.description) }
            let url = try PullRequestURL("https://git.test/acme/app/pull/1")
            return PullRequest(number: 1, url: url, status: .open, mergedAt: nil)
        }
        let id = try await home.create(Self.prompt)
        if let title {
            let edit = SessionEdit(title: title)
            _ = try await home.store.sessions.apply(
                edit, to: id, of: home.organization, by: "Ada", at: home.clock.now)
        }
        try await home.working(publisher: publisher) { _ = try await home.end(of: id) }
        let made = opened.withLock { $0 }
        let log = try await home.shell("git log --reverse --format=%s main..\(made?.branch ?? "main")", in: "app")
        return (made?.title, log.split(separator: "\n").map(String.init))
    }

    private static let commit = "echo a > a; git add a; git commit -qm 'Check the form before it is sent'"

    @Test func theAgentsFirstCommitNamesTheWork() async throws {
        let (title, commits) = try await titles(committing: Self.commit + "; git commit -q --allow-empty -m Second")
        #expect(title == "Check the form before it is sent")
        #expect(commits.first == title && commits.last == title)
    }

    @Test(arguments: [
        "true", "echo a > a; git add a; git commit -qm wip", "git commit -q --allow-empty -m 'fixup! Start'",
    ])
    func withoutASubjectThatSaysSomethingTheSessionsTitleIsTaken(commands: String) async throws {
        #expect(try await titles(committing: commands).0 == "Add check to form")
    }

    @Test func aTitleThatAPersonGaveStays() async throws {
        let (title, commits) = try await titles(committing: Self.commit, named: "Form check")
        #expect(title == "Form check" && commits.last == title)
    }
}
