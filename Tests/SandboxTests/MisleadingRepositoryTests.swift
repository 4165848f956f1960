import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

/// An agent's repository that leads elsewhere: to files that aren't the agent's, to another remote, or nowhere.
@Suite(.inTurns, .bubblewrap) struct MisleadingRepositoryTests {
    private static let secret = "the-secret"

    /// A run whose agent did what the script says, with a file beside it that isn't the agent's.
    private func run(
        _ script: String, isolation: Isolation? = nil
    ) async throws -> (repository: TestRepository, base: String, branch: BranchName) {
        let available = await Isolation.available()
        let repository = try await TestRepository(try #require(isolation ?? available))
        let outside = repository.test.surroundings.path + "/outside"
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
        try Data("\(Self.secret)\n".utf8).write(to: URL(fileURLWithPath: outside + "/secret"))
        let (base, branch) = try await repository.clone()
        try await repository.shell("OUTSIDE=\(outside)\n\(script)")
        return (repository, base, branch)
    }

    private func patch(_ script: String, carefully: Bool) async throws -> String {
        let (repository, base, branch) = try await run(script)
        guard carefully else {
            return try await repository.shell(
                "git add --all; git commit -qm x; git diff \(base) HEAD; cat link file.txt || :")
        }
        _ = try #require(try await repository.takeOver(since: base, as: branch))
        let patch = try await repository.workspace.diff(of: branch, since: base).patch
        #expect(repository.test.contents(of: "outside/secret") == "\(Self.secret)\n")
        try await repository.directory.remove()
        #expect(repository.test.contents(of: "outside/secret") == "\(Self.secret)\n")
        return String(decoding: patch, as: UTF8.self)
    }

    @Test(arguments: [
        "ln -s $OUTSIDE/secret link",
        "rm file.txt; ln -s $OUTSIDE/secret file.txt",
    ])
    func nothingIsTakenFromWhereItPoints(script: String) async throws {
        #expect(try await patch(script, carefully: false).contains(Self.secret), "this trick shows nothing")
        #expect(try await !patch(script, carefully: true).contains(Self.secret))
    }

    @Test func nothingIsTakenFromAnotherRepository() async throws {
        let script = """
            git init -q $OUTSIDE/other; cp $OUTSIDE/secret $OUTSIDE/other
            git -C $OUTSIDE/other add secret; git -C $OUTSIDE/other commit -qm secret
            echo $OUTSIDE/other/.git/objects > .git/objects/info/alternates
            git reset -q --soft $(git -C $OUTSIDE/other rev-parse HEAD)
            """
        let (careless, start, taken) = try await run(script, isolation: Isolation.none)
        _ = try await careless.takeOver(since: start, as: taken)
        let log = try await careless.shell("git -C ../repository.git log -p \(taken)")
        #expect(log.contains(Self.secret), "this trick shows nothing")
        let (repository, base, branch) = try await run(script)
        let work = try await repository.collectWork(since: base, as: branch)
        #expect(work.leftOut.map(\.name) == [branch.description])
        #expect(work.tip == nil)
    }

    @Test func nothingIsWrittenToWhereItPoints() async throws {
        let script = "echo x > file.txt; ln -sf $OUTSIDE/secret .git/COMMIT_EDITMSG"
        let (careless, _, _) = try await run(script)
        try await careless.shell("git commit -qam x")
        #expect(careless.test.contents(of: "outside/secret") == "x\n", "this trick shows nothing")
        let (repository, base, branch) = try await run(script)
        _ = try? await repository.takeOver(since: base, as: branch)
        #expect(repository.test.contents(of: "outside/secret") == "\(Self.secret)\n")
    }

    @Test func ofARepositoryThatIsSomewhereElseTheFilesAreKept() async throws {
        let (repository, base, branch) = try await run(
            "mv .git $OUTSIDE/moved && ln -s $OUTSIDE/moved .git; echo x >> file.txt")
        _ = try #require(try await repository.takeOver(since: base, as: branch))
        #expect(try await repository.workspace.diff(of: branch, since: base).files.map(\.path) == ["file.txt"])
    }

    @Test func aPushGoesToTheRemoteThatIsMeant() async throws {
        let (repository, base, branch) = try await run(
            """
            git fetch -q --unshallow; git init -q --bare $OUTSIDE/evil.git; git config url.$OUTSIDE/evil.git.insteadOf file://$ORIGIN
            git config remote.origin.pushurl $OUTSIDE/evil.git; echo x > file.txt
            git push -q file://$ORIGIN HEAD:refs/heads/careless
            """)
        _ = try #require(try await repository.takeOver(since: base, as: branch))
        try await repository.workspace.push(branch, to: repository.remote, credential: nil)
        let branches = "for-each-ref --format='%(refname:short)'"
        let evil = try await repository.shell("git -C ../../outside/evil.git \(branches)")
        #expect(evil == "careless\n", "this trick shows nothing")
        #expect(try await repository.shell("git -C $ORIGIN \(branches)") == "\(branch)\nmain\n")
    }

    /// Without a writer, who opens a pipe to read from it waits for ever.
    @Test(arguments: [".gitignore", ".git/config", ".git/info/exclude"])
    func aPipeIsNotWaitedFor(path: String) async throws {
        let (repository, base, branch) = try await run("echo x > file.txt; rm -f \(path); mkfifo \(path)")
        let stuck = try await repository.shell("timeout 1 git add --all 2>/dev/null || echo $?")
        #expect(stuck == "124\n", "this trick shows nothing")
        #expect(try await repository.takeOver(since: base, as: branch) != nil)
    }

    /// A repository within the files, which the index records as a link, is not opened.
    @Test(
        arguments: [
            "git init -q in; git -C in commit -q --allow-empty -m In; git add in",
            "git init -q in; git -C in commit -q --allow-empty -m In; git add in; git commit -qm Link",
            "git worktree add -q in; git add in", "git worktree add -q in; git add in; git commit -qm Link",
            "git worktree add -q in; git worktree add -q in/side; git add in; git -C in add side",
            "git clone -q . in; git add in; rm -rf in/.git; echo 'gitdir: ../.git' >in/.git",
            "git init -q in; git -C in commit -q --allow-empty -m In; echo /in >>.gitignore; git add -f in",
        ],
        ["printf '[[[\\n'", "printf '[core]repositoryformatversion = 99\\n'", "printf '[include]path = config\\n'"])
    func noBrokenConfigurationEndsTheCollection(script: String, setting: String) async throws {
        let (repository, base, branch) = try await run(
            """
            echo x >file.txt; { \(script); } 2>/dev/null
            for file in .git/config in/.git/config; do [ ! -f $file ] || \(setting) >>$file; done
            """)
        let work = try await repository.collectWork(since: base, as: branch)
        let show = "git --git-dir \(repository.directory.path)/repository.git show \(branch):file.txt"
        #expect(try await repository.shell(show) == "x\n")
        #expect(work.leftOut.contains { $0.name.hasPrefix("in") } || script.contains("worktree"))
    }

    /// The same within the repository, wherever that is, and behind links. The work on files is taken over all the same.
    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            "rm .git/HEAD; mkfifo .git/HEAD", "mkfifo pipe; ln -sf ../pipe .git/HEAD",
            "mkfifo .git/packed-refs; mkfifo .git/refs/heads/pipe", "mkfifo .git/objects/info/commit-graph",
            "rm -f .git/lodestone; mkfifo .git/lodestone", "rm .git/index; mkfifo .git/index",
            "mv .git real; echo 'gitdir: real' >.git; rm real/HEAD; mkfifo real/HEAD",
            "mkdir -p .git/worktrees/a; mkfifo .git/worktrees/a/gitdir .git/worktrees/a/HEAD",
            "for f in .git/objects/pack/*.idx; do rm -f $f; mkfifo $f; done", "rm -f .git/shallow; mkfifo .git/shallow",
        ])
    func noPipeInTheRepositoryIsWaitedFor(script: String) async throws {
        let (repository, base, branch) = try await run("echo x > file.txt; \(script)")
        try await repository.workspace.makeUsable()
        let work = try await repository.collectWork(since: base, as: branch)
        #expect(work.tip != nil)
        let show = "git --git-dir \(repository.directory.path)/repository.git show \(branch):file.txt"
        #expect(try await repository.shell(show) == "x\n")
    }

    @Test func anAgentReachesNothingElseOfItsRun() async throws {
        let script = """
            echo x > $1/git-home/.gitconfig; echo x > $1/exchange/commits.bundle; echo x > $1/repository.git/HEAD
            cat $1/repository.git/HEAD; ls $1/repository.git
            """
        let (repository, _, _) = try await run("")
        let run = repository.directory.path
        #expect(try await repository.test.run(script, run).text == "")
        #expect(repository.test.contents(of: "run/repository.git/HEAD") == "ref: refs/heads/main\n")
        #expect(repository.test.contents(of: "run/git-home/.gitconfig") == nil)
        let unprotected = try await Sandbox(.none).run(["sh", "-c", script, "sh", run], in: repository.test.profile)
        #expect(unprotected.text.hasPrefix("x\n"), "this trick shows nothing")
    }
}
