import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

/// Traps that an agent may leave in its repository for the server's git. Each trap creates a file outside the workspace
/// if it works.
@Suite(.inTurns, .bubblewrap) struct HostileRepositoryTests {
    private static let tricks = [
        "printf '#!/bin/sh\\n$EVIL\\n' > .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit",
        "mkdir h; printf '#!/bin/sh\\n$EVIL\\n' > h/post-commit; chmod +x h/post-commit; git config core.hooksPath h",
        "git config core.fsmonitor \"sh -c '$EVIL'\"",
        "git config filter.x.clean \"$EVIL; cat\"; echo '* filter=x' > .gitattributes",
        "git config diff.x.textconv \"$EVIL; cat\"; echo '* diff=x' > .gitattributes; git config diff.external \"$EVIL\"",
        "git config core.sshCommand \"$EVIL\"; git config remote.origin.url ssh://localhost/x",
        "git config credential.helper \"!$EVIL\"",
        "git config gpg.program \"$EVIL\"; git config commit.gpgSign true; git config core.editor \"$EVIL\"",
        "git config uploadpack.packObjectsHook \"$EVIL\"; git config core.pager \"$EVIL\"",
        "printf '[core]\\n\\tfsmonitor = \"$EVIL\"\\n' > ../home/.gitconfig",
        "printf '[core]\\n\\tfsmonitor = \"$EVIL\"\\n' > included; git config include.path ../included",
        """
        git init -q sub; git -C sub commit -q --allow-empty -m x; git add sub 2>/dev/null; git commit -qm sub
        git -C sub config core.fsmonitor "$EVIL"
        """,
    ]

    /// - Returns: whether the trick ran outside, at the latest with the git commands of whoever isn't careful.
    private func runs(_ trick: String, carefully: Bool) async throws -> Bool {
        let isolation = try #require(await Isolation.available())
        let repository = try await TestRepository(isolation)
        let (base, branch) = try await repository.clone()
        let mark = repository.test.surroundings.path + "/run/mark"
        try await repository.shell(
            "EVIL='touch \(mark)'; \(trick.replacing("$EVIL", with: "touch \(mark)")); echo x >> file.txt")
        if carefully {
            _ = try await repository.takeOver(since: base, as: branch)
            _ = try await repository.workspace.diff(of: branch, since: base)
            try await repository.workspace.push(branch, to: repository.remote, credential: nil)
        } else {
            _ = try? await repository.shell(
                """
                export HOME=$PWD/../home; unset GIT_CONFIG_GLOBAL
                git add --all || :; git commit -qm x || :; git diff HEAD~ || :; git show --ext-diff || :; git fetch || :
                git -c protocol.file.allow=always clone --no-local . ../copy || :; git --paginate log || :
                printf 'protocol=https\\nhost=x\\n\\n' | git credential fill || :
                """)
        }
        return repository.test.contents(of: "run/mark") != nil
    }

    @Test(arguments: tricks)
    func theServersGitRunsNothing(trick: String) async throws {
        #expect(try await !runs(trick, carefully: true))
    }

    /// Shows that the tricks are tricks. Two of them work only with a network or a terminal.
    @Test func carelessGitRunsMostOfThem() async throws {
        var count = 0
        for trick in Self.tricks where try await runs(trick, carefully: false) { count += 1 }
        #expect(count >= 9)
    }

    @Test func aFilterThatNeverEndsIsNotRun() async throws {
        let isolation = try #require(await Isolation.available())
        let repository = try await TestRepository(isolation)
        let (base, branch) = try await repository.clone()
        try await repository.shell(
            "git config filter.x.clean 'sleep 1000'; echo '* filter=x' > .gitattributes; echo three >> file.txt")
        _ = try #require(try await repository.takeOver(since: base, as: branch))
        let files = try await repository.workspace.diff(of: branch, since: base).files
        #expect(files.map(\.path) == [".gitattributes", "file.txt"])
    }
}
