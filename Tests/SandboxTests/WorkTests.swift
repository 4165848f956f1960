import Domain
import Foundation
import Sandbox
import Testing

/// Whatever state an agent leaves its repository in, its work is in the branch or named.
@Suite(.inTurns) struct WorkTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let script: String
        /// The paths that changed.
        var paths: [String]
        var leftOut: [String] = []
        var unfinished: String?

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "an ordinary change", script: "echo x > a", paths: ["a"]),
        Case(
            name: "another branch", script: "git switch -qc other; echo x > a; git add a; git commit -qm A",
            paths: ["a"]),
        Case(
            name: "a branch that it left",
            script: "echo x > a; git add a; git commit -qm A; git switch -q main", paths: ["a"]),
        Case(
            name: "a detached head",
            script: "git switch -q --detach; echo x > a; git add a; git commit -qm A; echo y > b",
            paths: ["a", "b"]),
        Case(
            name: "commits on no branch that it left",
            script: """
                git switch -q --detach; echo x > a; git add a; git commit -qm A; git switch -q main
                git switch -q --detach; echo y > b; git add b; git commit -qm B; git commit -q --amend -m C
                git switch -q main; echo z > c
                """, paths: ["a", "b", "c"]),
        Case(
            name: "files that its repository hides",
            script: """
                printf '# comment\\nhidden\\nbuild/\\n' >> .git/info/exclude; echo 'build/' > .gitignore
                mkdir build d; echo x > hidden; echo x > d/hidden; echo x > build/b; echo y > a
                """, paths: [".gitignore", "a"], leftOut: ["d/hidden", "hidden"]),
        Case(
            name: "a branch beside and files not committed",
            script: "git switch -qc one; echo x > a; git add a; git commit -qm A; git switch -q main; echo y > b",
            paths: ["a", "b"]),
        Case(
            name: "branches that conflict",
            script: """
                git switch -qc one main; echo 1 > a; git add a; git commit -qm 1
                git switch -qc two main; echo 2 > a; git add a; git commit -qm 2
                """, paths: ["a"], leftOut: ["one"]),
        Case(
            name: "a working tree of its own",
            script: """
                git worktree add -q .claude/worktrees/agent-1 -b side; echo x > .claude/worktrees/agent-1/a
                git -C .claude/worktrees/agent-1 add a; git -C .claude/worktrees/agent-1 commit -qm A
                echo y > .claude/worktrees/agent-1/b; echo z > c
                """, paths: ["a", "b", "c"]),
        Case(
            name: "a detached working tree", script: "git worktree add -q --detach w; echo x > w/a", paths: ["a"]),
        Case(
            name: "a working tree that was added as a link",
            script: "git worktree add -q w -b side; git add w 2>/dev/null; git commit -qm W; echo x > w/a",
            paths: ["a"], leftOut: ["w"]),
        Case(name: "a stash", script: "echo x >> file.txt; git stash -q", paths: ["file.txt"]),
        Case(
            name: "a stash with unknown files", script: "echo x > a; git stash -q --include-untracked; echo y > b",
            paths: ["a", "b"]),
        Case(
            name: "a repository inside", script: "mkdir sub; echo x > sub/a; git -C sub init -q; echo y > b",
            paths: ["b", "sub/a"], leftOut: ["sub"]),
        Case(
            name: "a repository inside with commits",
            script: """
                git init -q sub; echo x > sub/a; git -C sub add a; git -C sub commit -qm A; git add sub 2>/dev/null
                git commit -qm sub; echo y > sub/b
                """, paths: ["sub/a", "sub/b"], leftOut: ["sub"]),
        Case(
            name: "repositories inside one another",
            script: "git init -q s; git init -q s/t; git init -q s/t/u; touch s/1 s/t/2 s/t/u/3",
            paths: ["s/1", "s/t/2", "s/t/u/3"], leftOut: ["s", "s/t", "s/t/u"]),
        Case(name: "no repository", script: "rm -rf .git; echo x > a", paths: ["a"], leftOut: [".git"]),
        Case(
            name: "a file for a repository", script: "rm -rf .git; echo hello > .git; echo x > a", paths: ["a"],
            leftOut: [".git"]),
        Case(
            name: "a repository moved elsewhere",
            script: """
                git switch -qc side; echo s > s; git add s; git commit -qm S; git switch -q main; echo x > a
                mv .git "$HOME/g"; echo "gitdir: $HOME/g" > .git
                """, paths: ["a"], leftOut: [".git"]),
        Case(
            name: "a repository moved within the workspace",
            script: """
                git switch -qc side; echo s > s; git add s; git commit -qm S; git switch -q main; echo x > a
                mv .git g; echo "gitdir: $PWD/g" > .git; echo g > .gitignore
                """, paths: [".gitignore", "a", "s"]),
        Case(
            name: "a repository of another kind",
            script: "rm -rf .git; git init -q --object-format=sha256; echo x > a; git add a; git commit -qm A",
            paths: ["a"], leftOut: [".git"]),
        Case(
            name: "a closed repository",
            script: """
                git switch -qc side; echo s > s; git add s; git commit -qm S; git switch -q main; echo x > a
                chmod 0 .git
                """, paths: ["a", "s"]),
        Case(
            name: "working trees outside",
            script: """
                git worktree add -q /tmp/w1 -b side; cd /tmp/w1; echo 1 > one; git add .; git commit -qm 1; echo u > u
                cd -; git worktree add -q --detach /tmp/w2; cd /tmp/w2; echo 2 > two; git add .; git commit -qm 2
                """, paths: ["one", "two"], leftOut: ["/tmp/w1", "/tmp/w2"]),
        Case(
            name: "references of its own",
            script: """
                echo x > a; git add a; git commit -qm A; git update-ref refs/my/work HEAD; git notes add -m Note
                git reset -q --hard main; echo y > b
                """, paths: ["a", "b"], leftOut: ["refs/notes/commits"]),
        Case(
            name: "a commit with a .git inside",
            script: """
                git switch -qc good; echo x > a; git add a; git commit -qm A; git switch -qc bad
                blob=$(git hash-object -w file.txt); git=$(printf '100644 blob %s\tconfig\n' $blob | git mktree)
                tree=$(printf '040000 tree %s\t.git\n' $git | git mktree)
                git update-ref refs/heads/bad $(git commit-tree -p HEAD -m Bad $tree); git switch -qf main; echo y > b
                """, paths: ["a", "b"], leftOut: ["bad"]),
        Case(
            name: "a commit with a .. in it that is checked out",
            script: """
                blob=$(git hash-object -w file.txt); up=$(printf '100644 blob %s\tpwn\n' $blob | git mktree)
                tree=$(printf '100644 blob %s\tfile.txt\n040000 tree %s\t..\n' $blob $up | git mktree)
                git update-ref HEAD $(git commit-tree -p HEAD -m Bad $tree); echo y > b
                """, paths: ["b"], leftOut: ["agent/add-a-test"]),
        Case(
            name: "a pipe for a repository", script: "rm -rf .git; mkfifo .git; echo x > a", paths: ["a"],
            leftOut: [".git"]),
        Case(
            name: "a link for a repository",
            script: "mv .git real; ln -s real .git; echo real > .gitignore; echo x > a", paths: [".gitignore", "a"]),
        Case(
            name: "a new repository", script: "rm -rf .git; git init -q; echo x > a; git add -A; git commit -qm All",
            paths: ["a"], leftOut: [".git"]),
        Case(name: "a lock", script: "mkdir .git/index.lock; touch .git/HEAD.lock; echo x > a", paths: ["a"]),
        Case(name: "another place for files", script: "git config core.worktree /nowhere; echo x > a", paths: ["a"]),
        Case(name: "a broken configuration", script: "echo '[[[' > .git/config; echo x > a", paths: ["a"]),
        Case(name: "a broken index", script: "echo x > .git/index; echo x > a", paths: ["a"]),
        Case(
            name: "no objects", script: "echo x > a; git add a; git commit -qm A; rm -rf .git/objects/*", paths: ["a"],
            leftOut: ["agent/add-a-test"]),
        Case(
            name: "a file that can't be read", script: "echo x > locked; chmod 0 locked; echo x > a", paths: ["a"],
            leftOut: ["locked"]),
        Case(
            name: "a directory that is closed", script: "mkdir -p d/e; echo x > d/e/f; chmod 0 d/e d; echo x > a",
            paths: ["a", "d/e/f"]),
        Case(
            name: "everything closed", script: "mkdir d; echo x > d/f; echo x > a; chmod -R 644 . || :",
            paths: ["a", "d/f"]),
        Case(name: "the workspace closed", script: "echo x > a; chmod 0 .", paths: ["a"]),
        Case(
            name: "special files", script: "mkfifo pipe; mkdir d; mkfifo d/.gitignore; echo x > a", paths: ["a"],
            leftOut: ["d/.gitignore", "pipe"]),
        Case(
            name: "an encoding that the file is not in",
            script: "echo '*.txt working-tree-encoding=UTF-16' > .gitattributes; echo x >> file.txt",
            paths: [".gitattributes", "file.txt"]),
        Case(
            name: "a filter that is required",
            script:
                "git config filter.x.clean false; git config filter.x.required true; echo '* filter=x' > .gitattributes",
            paths: [".gitattributes"]),
        Case(
            name: "a name that git refuses", script: "mkdir .GIT; echo x > .GIT/config; echo x > a", paths: ["a"],
            leftOut: [".GIT/config"]),
        Case(
            name: "odd names",
            script: "echo x > 'a b'; echo x > \"$(printf 'new\\nline')\"; echo x > ':(top)x'; echo x > -- -f",
            paths: ["--", ":(top)x", "a b", "new\nline"]),
        Case(
            name: "a merge under way",
            script: """
                git switch -qc one main; echo 1 > a; git add a; git commit -qm 1
                git switch -qc two main; echo 2 > a; git add a; git commit -qm 2; git merge -q one || :
                """, paths: ["a"], leftOut: ["one"], unfinished: "The agent left a merge unfinished."),
        Case(
            name: "a rebase under way",
            script: """
                git switch -qc one main; echo 1 > a; git add a; git commit -qm 1
                git switch -qc two main; echo 2 > a; git add a; git commit -qm 2; git rebase -q one || :
                """, paths: ["a"], leftOut: ["two"], unfinished: "The agent left a rebase unfinished."),
        Case(
            name: "conflict markers", script: "printf '<<<<<<< a\\nx\\n=======\\ny\\n>>>>>>> b\\n' > a", paths: ["a"],
            unfinished: "The agent left conflict markers, for instance in a."),
        Case(
            name: "a branch without a past",
            script: "git switch -q --orphan new; echo x > a; git add a; git commit -qm A", paths: ["a", "file.txt"]),
        Case(
            name: "garbage collected",
            script: "echo x > a; git add a; git commit -qm A; git gc -q --prune=now; git pack-refs --all", paths: ["a"]),
        Case(
            name: "a hundred branches",
            script: "for i in $(seq 20); do git switch -qc b$i main; echo $i > f$i; git add .; git commit -qm $i; done",
            paths: (1...20).map { "f\($0)" }.sorted()),
    ]

    @Test(arguments: cases + workTrees + indexes)
    func everythingIsKeptOrNamed(_ test: Case) async throws {
        if let isolation = await Isolation.all().first {
            let repository = try await TestRepository(isolation)
            let (base, branch) = try await repository.clone()
            let ending = try await repository.agent(test.script)
            try #require(ending.isSuccess, "\(ending.errorText)")
            try await repository.workspace.makeUsable()
            let work = try await repository.collectWork(since: base, as: branch)
            #expect(Set(work.leftOut.map(\.name)).sorted() == test.leftOut)
            #expect(work.unfinished == test.unfinished)
            _ = try #require(work.tip)
            #expect(try await repository.workspace.diff(of: branch, since: base).files.map(\.path) == test.paths)
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
            // Later work continues from there, and the kept work stays.
            _ = try await repository.agent("chmod -R u+rwX . ; echo more > more.txt")
            let next = try await repository.collectWork(since: base, as: branch)
            _ = try #require(next.tip)
            let files = try await repository.workspace.diff(of: branch, since: base).files.map(\.path)
            #expect(files.contains("more.txt"))
            #expect(Set(test.paths).isSubset(of: files))
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
        }
    }

    @Test func aCommitOnNoBranchThatConflictsIsNamed() async throws {
        let isolation = try #require(await Isolation.all().first)
        let repository = try await TestRepository(isolation)
        let (base, branch) = try await repository.clone()
        let ending = try await repository.agent(
            """
            git switch -q --detach; echo x > a; git add a; git commit -qm A; git rev-parse HEAD > commit
            git switch -q main; echo y > a
            """)
        try #require(ending.isSuccess, "\(ending.errorText)")
        let commit = try #require(repository.test.contents(of: "run/workspace/commit"))
        let work = try await repository.collectWork(since: base, as: branch)
        #expect(work.leftOut.map(\.name) == ["commit \(commit.prefix(10))"])
    }

    @Test(arguments: [
        ("echo f > sub/f; echo x > a", ["a"], ["sub"]),
        ("git rm -q --cached sub; rm -f .gitmodules; echo f > sub/f", [".gitmodules", "sub", "sub/f"], []),
        (
            "git init -q sub; git -C sub commit -q --allow-empty -m S; git add sub 2>/dev/null; git commit -qm Bump",
            ["sub"], ["sub"]
        ),
        ("git init -q sub; printf '[[[\\n' >>sub/.git/config; echo x > a", ["a"], ["sub"]),
        ("rmdir sub; git rm -q sub .gitmodules; echo x > a", [".gitmodules", "a", "sub"], []),
    ])
    func whatIsDoneToASubmoduleIsKeptOrNamed(script: String, paths: [String], leftOut: [String]) async throws {
        let isolation = try #require(await Isolation.all().first)
        let repository = try await TestRepository(isolation)
        try await repository.shell(
            """
            git clone -q $ORIGIN . && printf '[submodule "sub"]\\n\\tpath = sub\\n\\turl = ../sub\\n' > .gitmodules
            git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),sub && git add .gitmodules
            git commit -qm Sub && git push -q origin main && find . -mindepth 1 -delete
            """)
        let (base, branch) = try await repository.clone()
        let ending = try await repository.agent(script)
        try #require(ending.isSuccess, "\(ending.errorText)")
        let work = try await repository.collectWork(since: base, as: branch)
        #expect(work.leftOut.map(\.name) == leftOut)
        #expect(try await repository.workspace.diff(of: branch, since: base).files.map(\.path) == paths)
    }
}
