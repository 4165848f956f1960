import Domain
import Foundation
import Sandbox
import Synchronization
import Testing

@Suite(.inTurns) struct GitWorkspaceTests {
    @Test func aBranchIsClonedWithProgress() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            let news = Mutex<[GitProgress]>([])
            let base = try await repository.workspace.clone(
                repository.remote, branch: .main, through: repository.mirrors, credential: nil
            ) { progress in news.withLock { $0.append(progress) } }
            #expect(repository.test.contents(of: "run/workspace/file.txt") == "one\ntwo\n")
            #expect(try await repository.shell("git rev-parse HEAD; git remote get-url origin").contains(base))
            #expect(news.withLock(\.last)?.percent == 100)
        }
    }

    @Test func theBranchesOfARemoteAreListedBeforeAnythingIsCloned() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            guard
                case .found(let found) = try await repository.workspace.branches(
                    of: repository.remote, credential: nil)
            else {
                Issue.record("the remote isn't there")
                continue
            }
            #expect(found.branches == ["main"] && found.defaultBranch == "main")
            let (close, absent) = try (BranchName("mian"), BranchName("no-such"))
            #expect(found.mayHave(.main) && !found.mayHave(absent))
            #expect(found.closest(to: close) == "main")
            let missing = GitRemote.local(path: repository.directory.path)
            #expect(try await repository.workspace.branches(of: missing, credential: nil) == .missing)
        }
    }

    @Test func aBranchOrRepositoryThatIsNotThereIsAnError() async throws {
        let repository = try await TestRepository(.none)
        let error = await #expect(throws: GitError.self) {
            try await repository.workspace.clone(
                repository.remote, branch: BranchName("no-such"), through: repository.mirrors, credential: nil)
        }
        #expect(error?.description.contains("Remote branch no-such not found") == true)
    }

    @Test func theWorkingBranchIsNumberedWhenItsNameIsTaken() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            let (_, branch) = try await repository.clone()
            #expect(branch == (try BranchName("agent/add-a-test")))
            try await repository.shell("git push -q $ORIGIN HEAD:agent/add-a-test HEAD:agent/add-a-test-2")
            #expect(try await repository.startBranch() == BranchName("agent/add-a-test-3"))
        }
    }

    @Test func whatWasLeftIsCommittedComparedAndPushed() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            let (base, branch) = try await repository.clone()
            try await repository.shell(
                """
                echo three >> file.txt; git commit -qam 'First'; printf 'a\\0b' > binary; mkdir sub; echo x > "sub/ä b"
                """)
            let tip = try #require(try await repository.takeOver(since: base, as: branch))
            let diff = try await repository.workspace.diff(of: branch, since: base)
            #expect(diff.files.map(\.path) == ["binary", "file.txt", "sub/ä b"])
            #expect(diff.files.map(\.addedLines) == [nil, 1, 1])
            #expect(String(decoding: diff.patch, as: UTF8.self).contains("+three"))
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
            // Once more changes nothing.
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
            let log = try await repository.shell("git -C $ORIGIN log -1 --format='%H%n%an%n%B' \(branch)")
            #expect(log.hasPrefix("\(tip)\nAda Example\nAdd a test\n\nCo-Authored-By: Claude <noreply@anthropic.com>"))
        }
    }

    @Test func aResumedAgentGoesOnWhereItStopped() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            let (base, branch) = try await repository.clone()
            #expect(
                try await repository.agent(
                    "echo three >> file.txt; git commit -qam First; echo mine > ~/memory; echo rest > rest.txt"
                ).isSuccess)
            _ = try #require(try await repository.takeOver(since: base, as: branch))
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
            #expect(
                try await repository.agent(
                    "grep -qx mine ~/memory; git log -1 --format=%s | grep -qx 'Add a test'; echo four >> file.txt; rm rest.txt"
                ).isSuccess)
            _ = try #require(try await repository.takeOver(since: base, as: branch))
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
            #expect(try await repository.workspace.diff(of: branch, since: base).files.map(\.path) == ["file.txt"])
            let log = try await repository.shell("git -C $ORIGIN log --format=%s \(branch)")
            #expect(log == "Add a test\nAdd a test\nFirst\nStart\n")
        }
    }

    @Test func aGitThatWasKilledIsInNobodysWay() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            let (base, branch) = try await repository.clone()
            try await repository.shell(
                """
                echo three >> file.txt; echo locked > yarn.lock
                touch .git/index.lock .git/HEAD.lock .git/refs/heads/\(branch).lock ../exchange/commits.bundle.lock
                mkdir -p ../repository.git/refs/heads/agent; touch ../repository.git/refs/heads/\(branch).lock
                """)
            await #expect(throws: GitError.self) { try await repository.takeOver(since: base, as: branch) }
            try await repository.workspace.makeUsable()
            _ = try #require(try await repository.takeOver(since: base, as: branch))
            let files = try await repository.workspace.diff(of: branch, since: base).files
            #expect(files.map(\.path) == ["file.txt", "yarn.lock"])
        }
    }

    @Test func nothingDoneIsNothingTaken() async throws {
        let repository = try await TestRepository(.none)
        let (base, branch) = try await repository.clone()
        #expect(try await repository.takeOver(since: base, as: branch) == nil)
    }

    @Test func aBranchThatOthersChangedIsNotForced() async throws {
        let repository = try await TestRepository(.none)
        let (base, branch) = try await repository.clone()
        try await repository.shell(
            """
            echo theirs > file.txt; git commit -qam Theirs; git push -q $ORIGIN HEAD:\(branch); git reset -q --hard HEAD~
            echo ours > file.txt
            """)
        _ = try await repository.takeOver(since: base, as: branch)
        let error = await #expect(throws: GitError.self) {
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
        }
        #expect(error?.operation == "push")
    }

    @Test func aSessionWithoutARepositoryGetsAnEmptyOne() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            let base = try await repository.workspace.create()
            let branch = AgentBranch(for: "Write").name
            try await repository.workspace.startBranch(branch)
            try await repository.shell("echo new > file")
            _ = try await repository.takeOver(since: base, as: branch)
            #expect(try await repository.workspace.diff(of: branch, since: base).files.map(\.path) == ["file"])
        }
    }

    @Test func aLongPatchIsCut() async throws {
        let repository = try await TestRepository(.none)
        let (base, branch) = try await repository.clone()
        try await repository.shell("seq 1000 > file.txt; git mv file.txt moved.txt")
        _ = try await repository.takeOver(since: base, as: branch)
        let diff = try await repository.workspace.diff(of: branch, since: base, patchLimit: 500)
        #expect(diff.isCut)
        #expect(diff.patch.count == 500)
    }
}
