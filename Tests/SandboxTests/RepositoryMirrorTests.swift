import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

/// The copies of repositories that are kept between runs.
@Suite(.inTurns) struct RepositoryMirrorTests {
    /// Clones as another run would.
    private static func cloneAgain(_ repository: TestRepository, _ branch: BranchName = .main) async throws -> String {
        try await repository.directory.remove()
        try repository.directory.create()
        return try await repository.workspace.clone(
            repository.remote, branch: branch, through: repository.mirrors, credential: nil)
    }

    private static func mirror(of repository: TestRepository) throws -> String {
        let mirrors = repository.test.surroundings.path + "/mirrors"
        return try "\(mirrors)/\(#require(FileManager.default.contentsOfDirectory(atPath: mirrors).first))"
    }

    /// Commits to `main` from a clone elsewhere.
    private static func commitElsewhere(_ repository: TestRepository, _ script: String) async throws {
        try await repository.shell(
            "rm -rf ../elsewhere && git clone -q $ORIGIN ../elsewhere && cd ../elsewhere && \(script)"
                + " && git add -A && git commit -qm More && git push -q origin HEAD:main")
    }

    @Test func theSecondCloneHasTheNewestCommitAndFetchesOnlyWhatIsNew() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            let first = try await Self.cloneAgain(repository)
            try await Self.commitElsewhere(repository, "echo three > new.txt")
            let second = try await Self.cloneAgain(repository)
            #expect(second != first)
            #expect(repository.test.contents(of: "run/workspace/new.txt") == "three\n")
            #expect(try await repository.shell("git status --porcelain; git branch --show-current") == "main\n")
            let packs = try FileManager.default.contentsOfDirectory(
                atPath: Self.mirror(of: repository) + "/repository.git/objects/pack")
            #expect(packs.count { $0.hasSuffix(".pack") } == 2)
            // The files of the first commit did not come again: a commit, a tree and a file did.
            let new = try await repository.shell(
                "git -C \(Self.mirror(of: repository))/repository.git count-objects -v")
            #expect(new.contains("in-pack: 6\n"))
        }
    }

    @Test func aRepositoryOfTheOtherObjectFormatIsClonedWorkedOnAndPushed() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation, format: "sha256")
            _ = try await Self.cloneAgain(repository)
            let base = try await Self.cloneAgain(repository)
            #expect(base.utf8.count == 64)
            let branch = try await repository.startBranch()
            let ending = try await repository.agent(
                "git switch -qc side; echo x > a; git add a; git commit -qm A; git switch -q main; echo y > b")
            #expect(ending.isSuccess, "\(ending.errorText)")
            let work = try await repository.collectWork(since: base, as: branch)
            #expect(work.leftOut.isEmpty)
            #expect(try await repository.workspace.diff(of: branch, since: base).files.map(\.path) == ["a", "b"])
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
            try await repository.directory.remove()
            try repository.directory.create()
            #expect(
                try await repository.workspace.restore(branch, since: base, from: repository.remote, credential: nil))
            #expect(repository.test.contents(of: "run/workspace/a") == "x\n")
            // The commit itself, which is no branch.
            _ = try await Self.cloneAgain(repository, BranchName(base))
            #expect(repository.test.contents(of: "run/workspace/file.txt") == "one\ntwo\n")
        }
    }

    @Test func whatAnAgentWritesReachesNoOtherRun() async throws {
        for isolation in await Isolation.all() {
            let repository = try await TestRepository(isolation)
            _ = try await Self.cloneAgain(repository)
            let ending = try await repository.agent(
                "chmod -R u+w .git/objects; for f in .git/objects/pack/*; do echo broken > $f; done; echo x > file.txt")
            #expect(ending.isSuccess)
            _ = try await Self.cloneAgain(repository)
            #expect(repository.test.contents(of: "run/workspace/file.txt") == "one\ntwo\n")
            #expect(try await repository.shell("git fsck --full 2>&1; git status --porcelain") == "")
        }
    }

    @Test func aMirrorThatIsDamagedIsMadeAnew() async throws {
        let repository = try await TestRepository(.none)
        _ = try await Self.cloneAgain(repository)
        for damage in [
            "echo broken > HEAD", "rm -rf objects refs", "for f in objects/pack/*; do rm -f $f; echo x > $f; done",
            "mkdir -p refs/heads/main.lock; chmod 0 refs", "rm -rf ../repository.git; touch ../repository.git",
        ] {
            try await repository.shell("cd \(Self.mirror(of: repository))/repository.git && \(damage)")
            try await Self.commitElsewhere(repository, "date +%N > new.txt")
            let base = try await Self.cloneAgain(repository)
            #expect(try await repository.shell("git -C $ORIGIN rev-parse main") == base + "\n", "\(damage)")
            #expect(repository.test.contents(of: "run/workspace/file.txt") == "one\ntwo\n", "\(damage)")
        }
    }

    @Test func branchesThatReplaceEachOtherAndTagsAreTaken() async throws {
        let repository = try await TestRepository(.none)
        _ = try await Self.cloneAgain(repository)
        try await repository.shell(
            """
            cd $ORIGIN && git branch topic main && git tag -m Release v1 main && git tag light main
            """)
        for name in ["topic", "v1", "light"] {
            _ = try await Self.cloneAgain(repository, try BranchName(name))
            #expect(repository.test.contents(of: "run/workspace/file.txt") == "one\ntwo\n")
        }
        try await repository.shell("cd $ORIGIN && git branch -D -q topic && git branch topic/nested main")
        _ = try await Self.cloneAgain(repository, try BranchName("topic/nested"))
        #expect(try await repository.shell("git branch --show-current") == "topic/nested\n")
        // History that was rewritten.
        try await repository.shell(
            """
            rm -rf ../elsewhere && git clone -q $ORIGIN ../elsewhere && cd ../elsewhere && git switch -q main
            git commit -q --amend -m Rewritten && git push -q --force origin main
            """)
        _ = try await Self.cloneAgain(repository)
        #expect(try await repository.shell("git log --format=%s") == "Rewritten\n")
    }

    @Test func oneThatNobodyNeedsIsRemovedAndOneOfManyPacksIsPacked() async throws {
        let repository = try await TestRepository(.none)
        for number in 1...12 {
            try await Self.commitElsewhere(repository, "echo \(number) > new.txt")
            _ = try await Self.cloneAgain(repository)
        }
        let packs = try Self.mirror(of: repository) + "/repository.git/objects/pack"
        func count() -> Int {
            (try? FileManager.default.contentsOfDirectory(atPath: packs).count { $0.hasSuffix(".pack") }) ?? 0
        }
        #expect(count() == 12)
        try await repository.mirrors.tidy(unusedFor: .seconds(3600), sandbox: repository.test.sandbox)
        #expect(count() == 1)
        _ = try await Self.cloneAgain(repository)
        #expect(repository.test.contents(of: "run/workspace/new.txt") == "12\n")
        try await repository.mirrors.tidy(unusedFor: .zero, sandbox: repository.test.sandbox)
        #expect(count() == 0)
        _ = try await Self.cloneAgain(repository)
        #expect(repository.test.contents(of: "run/workspace/new.txt") == "12\n")
    }

    @Test func runsOfOneRepositoryWaitForEachOther() async throws {
        let repository = try await TestRepository(.none)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...4 {
                let directory = RunDirectory(path: repository.test.surroundings.path + "/run-\(number)")
                try directory.create()
                group.addTask {
                    _ = try await GitWorkspace(directory, sandbox: repository.test.sandbox).clone(
                        repository.remote, branch: .main, through: repository.mirrors, credential: nil)
                }
            }
            try await group.waitForAll()
        }
        for number in 1...4 {
            #expect(repository.test.contents(of: "run-\(number)/workspace/file.txt") == "one\ntwo\n")
        }
    }
}
