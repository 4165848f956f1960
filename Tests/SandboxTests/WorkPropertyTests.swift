import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

/// Whatever an agent does, what is there at its end is taken or named, and the patch is what the branch has.
///
/// `LODESTONE_TORTURE_AGENTS` says how many agents, `LODESTONE_TORTURE_SEED` from which seed on.
@Suite(.inTurns) struct WorkPropertyTests {
    private static let variables = ProcessInfo.processInfo.environment
    private static let first = variables["LODESTONE_TORTURE_SEED"].flatMap(UInt64.init) ?? 1
    private static let agents = variables["LODESTONE_TORTURE_AGENTS"].flatMap(UInt64.init) ?? 5
    private static let actions = 50

    /// The agent's texts in a file or a branch.
    private struct Written {
        let token: String
        /// The file's path, or the reference.
        let place: String
    }

    /// Lists the texts in the files and in git's references, if git still works.
    private static let witness = #"""
        find . -name .git -prune -o -type f -print0 | xargs -0 grep -aoHZ -- 'token-[0-9]*-'
        # Git would wait for ever for somebody to write to it.
        [ ! -p .git/HEAD ] || exit 0
        { git for-each-ref --format='%(refname)' refs/heads refs/tags refs/stash; echo HEAD; } 2>/dev/null |
            while read -r reference; do
                git grep -aoh -e 'token-[0-9]*-' "$reference" -- 2>/dev/null |
                    while read -r token; do printf '%s\0%s\n' "$reference" "$token"; done
            done
        """#

    @Test(arguments: first..<first + agents)
    func nothingIsLostWithoutAWord(_ seed: UInt64) async throws {
        guard let isolation = await Isolation.all().first else { return }
        let repository = try await TestRepository(isolation)
        let (base, branch) = try await repository.clone()
        var agent = RandomAgent(seed: seed)
        _ = try await repository.agent("set +e\n" + agent.script(actions: Self.actions))
        let written = try await Self.written(in: repository)
        try #require(!written.isEmpty)

        try await repository.workspace.makeUsable()
        let work = try await repository.collectWork(since: base, as: branch)
        let taken = try await Self.tokens(of: branch, since: base, in: repository)
        for one in written where !taken.contains(one.token) {
            let isNamed = work.leftOut.contains { Self.covers($0.name, one.place) }
            #expect(isNamed, "\(one.token) of \(one.place) is gone; left out: \(work.leftOut.map(\.name))")
        }
        guard work.tip != nil else { return }

        let changes = try await repository.workspace.diff(of: branch, since: base)
        try Data(changes.patch).write(to: URL(filePath: repository.test.surroundings.path + "/work.patch"))
        let trees = try await repository.shell(
            """
            rm -rf ../again && git clone -q $ORIGIN ../again && cd ../again && git reset -q --hard \(base)
            git apply --index --whitespace=nowarn ../../work.patch && git write-tree
            git -C \(repository.directory.path)/repository.git rev-parse '\(branch)^{tree}'
            """
        ).split(separator: "\n")
        #expect(trees.count == 2 && trees.first == trees.last)
    }

    private static func written(in repository: TestRepository) async throws -> [Written] {
        var profile = repository.test.profile
        profile.environment["GIT_CONFIG_COUNT"] = "1"
        profile.environment["GIT_CONFIG_KEY_0"] = "safe.directory"
        profile.environment["GIT_CONFIG_VALUE_0"] = "*"
        let result = try await repository.test.sandbox.run(["sh", "-c", witness], in: profile)
        // A place, which may have line breaks, then NUL and what stands there, on one line.
        var written: [Written] = []
        var rest = result.output[...]
        while let end = rest.firstIndex(of: 0), let lineEnd = rest[end...].firstIndex(of: UInt8(ascii: "\n")) {
            let place = String(decoding: rest[..<end], as: UTF8.self)
            written.append(Written(token: String(decoding: rest[(end + 1)..<lineEnd], as: UTF8.self), place: place))
            rest = rest[(lineEnd + 1)...]
        }
        return written
    }

    private static func tokens(
        of branch: BranchName, since base: String, in repository: TestRepository
    ) async throws -> Set<String> {
        let text = try await repository.shell(
            """
            cd \(repository.directory.path)/repository.git && git rev-parse -q --verify '\(branch)' >/dev/null || exit 0
            git rev-list --objects \(base)..\(branch) -- | cut -d ' ' -f 1 | git cat-file --batch |
                grep -ao 'token-[0-9]*-' || :
            """)
        return Set(text.split(separator: "\n").map(String.init))
    }

    /// Whether what was left out is the place, or a directory or branch that it is in.
    private static func covers(_ name: String, _ place: String) -> Bool {
        let short = ["refs/heads/", "refs/tags/", "refs/", "./"].first { place.hasPrefix($0) }
        let path = short.map { String(place.dropFirst($0.count)) } ?? place
        return path == name || path.hasPrefix(name + "/")
    }
}
