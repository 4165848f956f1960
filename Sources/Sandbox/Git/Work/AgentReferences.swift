import Domain

/// The working trees, branches and other references of an agent's repository.
struct AgentReferences: Sendable {
    struct WorkTree: Sendable {
        /// Relative to the workspace: empty for the workspace itself. An absolute path if it is outside, only its
        /// name if it was removed.
        let directory: String
        /// The checked-out revision.
        let head: String
        /// The checked-out branch; `nil` if the head is detached.
        let branch: String?
        /// The working tree's own directory inside the agent's git directory.
        let gitDirectory: String?
        /// Whether its files can be read.
        var files = Files.inWorkspace

        enum Files {
            case inWorkspace
            /// Outside the workspace, somewhere in the agent's sandbox; the files no longer exist.
            case outside
            /// Removed without `git worktree remove`.
            case gone
        }
    }

    /// The working trees; the workspace itself comes first.
    let workTrees: [WorkTree]
    /// Branches, tags and other references with commits that neither the base nor the remote has, by name; then
    /// detached heads of working trees that are outside the workspace or removed, and commits left without a branch.
    let branches: [(name: String, commit: String)]
    /// The references that are ignored.
    let leftOut: [LeftOutWork]
    /// The stashes' commits, the oldest first.
    let stashes: [String]
    /// The merge, rebase, cherry-pick or revert in progress, in words.
    let operation: String?
    /// The branch that a rebase in progress will move.
    let rebased: String?

    /// Maximum number of references examined; each costs several commands.
    private static let most = 100
    /// Directories of references that are not the agent's work: references of remotes and git's own records.
    private static let others = ["remotes", "replace", "bisect", "rewritten", "worktree", "original", "prefetch"]

    init(_ repository: WorkRepository, base: String) async throws {
        guard let agent = repository.agentDirectory else {
            workTrees = []
            branches = []
            leftOut = []
            stashes = []
            operation = nil
            rebased = nil
            return
        }
        let all = try await Self.workTrees(repository, agent)
        workTrees = all.filter { $0.files == .inWorkspace }
        let others = all.filter { $0.files != .inWorkspace }
        var leftOut = others.filter { $0.files == .outside }.map {
            LeftOutWork($0.directory, "It is outside the workspace, so uncommitted changes in it are not kept.")
        }
        let list = try await repository.attempt(["for-each-ref", "--format=%(objectname) %(refname)"])
        let tags = try await repository.sh(
            #"git --git-dir "$1" for-each-ref --format='%(refname)' refs/tags"#, repository.git.directory.repository)
        let knownTags = Set(tags.text.split(separator: "\n").map(String.init))
        var found: [(String, String)] = []
        let lines =
            list.text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
            + others.filter { $0.branch == nil }.map { [$0.head, $0.directory] }
            + (try await Self.detachedHeads(repository, agent)).map { [$0, "commit \($0.prefix(10))"] }
        for parts in lines where parts.count == 2 && !Self.isOther(parts[1]) {
            guard !parts[1].hasPrefix("refs/notes/") else {
                leftOut.append(LeftOutWork(parts[1], "Notes are not kept."))
                continue
            }
            if parts[1].hasPrefix("refs/tags/"), !knownTags.contains(parts[1]) {
                leftOut.append(LeftOutWork("tag \(parts[1].dropFirst("refs/tags/".count))", "Tags are not kept."))
            }
            guard found.count < Self.most else {
                leftOut.append(LeftOutWork(parts[1], "There are more than \(Self.most) branches."))
                continue
            }
            let count = try await repository.attempt(
                ["rev-list", "--max-count=1", parts[0], "--not", base, "--remotes"])
            // A reference to a missing object is reported later.
            if !count.ending.isSuccess || !count.output.isEmpty { found.append((parts[1], parts[0])) }
        }
        branches = found.map { (name: $0.0, commit: $0.1) }
        self.leftOut = leftOut
        stashes = try await repository.sh(#"cat "$1/stashes" 2>/dev/null || :"#, repository.path)
            .text.split(separator: "\n").map(String.init)
        let state = try await repository.sh(
            """
            cd "$1"
            if [ -e rebase-apply/applying ]; then echo 'a git am'
            elif [ -d rebase-merge ] || [ -d rebase-apply ]; then echo 'a rebase'
                head -c 1024 rebase-merge/head-name 2>/dev/null || head -c 1024 rebase-apply/head-name 2>/dev/null || :
            elif [ -e MERGE_HEAD ]; then echo 'a merge'
            elif [ -e CHERRY_PICK_HEAD ]; then echo 'a cherry-pick'
            elif [ -e REVERT_HEAD ]; then echo 'a revert'
            fi
            """, agent
        ).text.split(separator: "\n").map(String.init)
        operation = state.first
        rebased = state.count > 1 ? state[1] : nil
    }

    /// Commits that were checked out without a branch and then left: only git's log of HEAD refers to them.
    private static func detachedHeads(_ repository: WorkRepository, _ agent: String) async throws -> [String] {
        try await repository.sh(
            #"""
            cd "$1"
            for log in logs/HEAD worktrees/*/logs/HEAD; do
                [ -f "$log" ] || continue
                tail -c 4194304 "$log" |
                    sed -nE 's/^[0-9a-f]+ .*\tcheckout: moving from ([0-9a-f]{40}|[0-9a-f]{64}) to .*/\1/p'
            done | tail -n 1000 | awk '!known[$0]++'
            """#, agent
        ).text.split(separator: "\n").map(String.init)
    }

    private static func isOther(_ name: String) -> Bool {
        name == "refs/stash" || others.contains { name.hasPrefix("refs/\($0)/") }
    }

    /// The repository's registered working trees. A tree is found by its `.git` file, which refers back to the
    /// repository: it may have been moved, removed or replaced without git's knowledge.
    private static func workTrees(_ repository: WorkRepository, _ agent: String) async throws -> [WorkTree] {
        let found = try await repository.sh(
            #"""
            cd "$1"
            printf '\0%s\0%s\0' "$(head -c 4096 HEAD 2>/dev/null)" "$1"
            for tree in worktrees/*/; do
                [ -f "$tree/gitdir" ] && [ -f "$tree/HEAD" ] || continue
                name=${tree%/}
                place=$(head -c 4096 "$tree/gitdir")
                points() {
                    [ -f "$1" ] || return 1
                    case $(head -c 4096 "$1") in "gitdir: "*"/$name") ;; *) return 1 ;; esac
                }
                case $place in
                    "$2"/*)
                        points "$place" || place=$(
                            find "$2" -mindepth 2 -name .git -type f 2>/dev/null | head -n 1000 |
                                while IFS= read -r file; do points "$file" && printf '%s' "$file" && break; done
                        ) ;;
                esac
                printf '%s\0%s\0%s\0' "$place" "$(head -c 4096 "$tree/HEAD")" "$1/$name"
            done
            """#, agent, repository.workspace)
        let texts = found.output.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
            String(decoding: $0, as: UTF8.self)
        }
        let own = "\(repository.workspace)/"
        return stride(from: 0, to: texts.count - 2, by: 3).map { index in
            let head = texts[index + 1].trimmed
            let branch = head.hasPrefix("ref: ") ? String(head.dropFirst(5)).trimmed : nil
            func tree(_ directory: some StringProtocol, _ files: WorkTree.Files) -> WorkTree {
                WorkTree(
                    directory: String(directory), head: branch ?? head, branch: branch,
                    gitDirectory: texts[index + 2], files: files)
            }
            if index == 0 { return tree("", .inWorkspace) }
            // The path of its `.git` file.
            let place = texts[index].trimmed
            guard place.hasSuffix("/.git") else {
                return tree(texts[index + 2].split(separator: "/").last ?? "", .gone)
            }
            let path = place.dropLast("/.git".count)
            let isInside = path.hasPrefix(own) && !path.split(separator: "/").contains("..")
            return isInside ? tree(path.dropFirst(own.count), .inWorkspace) : tree(path, .outside)
        }
    }
}
