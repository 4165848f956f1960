import Domain

/// The server's own git directory for the files in an agent's workspace.
///
/// It is recreated for each use, has none of the agent's settings, hooks or attributes, and reads objects from the
/// agent's repository and from the clone that agents never see. All of its git commands run in the sandbox, without
/// network.
struct WorkRepository: Sendable {
    let git: Git
    /// Its path, as a sandboxed command sees it.
    let path: String
    let workspace: String
    /// The path of the agent's own git directory; `nil` when there is none.
    let agentDirectory: String?
    /// Whether that is not the git directory created with the workspace.
    let isOther: Bool

    /// The file of exclude patterns for files that the setup script made, relative to the git directory.
    static let setUpExclude = "info/set-up-exclude"

    /// A script that marks the workspace's `.git` as the original one. A repository created in its place later lacks
    /// the mark; inode numbers would not do, since they are reused.
    static let noteIdentity = #"head -c 16 /dev/urandom | base64 | tee .git/lodestone >"$HOME/git-identity""#

    /// Creates the git directory and imports the agent's references, as far as they can be read.
    init(_ git: Git) async throws {
        self.git = git
        let paths = git.paths(in: .workspace)
        path = "\(paths.home)/work.git"
        workspace = paths.workspace
        let found = try await git.sh(
            #"""
            rm -rf "$1"
            git init --quiet --bare \#(Git.objectFormat(like: "$2")) "$1"
            cp "$2/shallow" "$1/shallow" 2>/dev/null || :
            printf '%s/objects\n' "$2" >"$1/objects/info/alternates"
            cat "$HOME/exclude" >"$1/$4" 2>/dev/null || :
            cat "$1/$4" >>"$1/info/exclude"
            cd "$3"
            # What cannot be a repository any more, such as a pipe, counts as none.
            agent=$PWD/.git
            if [ -f .git ]; then
                target=$(head -c 4096 .git | sed -n 's/^gitdir: //p' | head -n 1)
                case $target in /*) agent=$target ;; ?*) agent=$PWD/$target ;; esac
            fi
            # Pipes and the like, also behind links: a program that opens one to read waits for ever.
            [ ! -d "$agent/objects" ] || find "$agent" ! -xtype f ! -xtype d ! -xtype l -delete 2>/dev/null || :
            [ ! -f "$HOME/git-identity" ] || cmp -s -- "$HOME/git-identity" "$agent/lodestone" || echo other
            [ -d "$agent/objects" ] || exit 0
            printf '%s/objects\n' "$agent" >>"$1/objects/info/alternates"
            printf 'agent %s\n' "$agent"
            cd "$agent"
            [ ! -f info/exclude ] || head -c 1048576 info/exclude >>"$1/info/exclude"
            # Of what git would refuse the whole repository for, only the lines that are as they should be.
            id='[0-9a-f]{40}([0-9a-f]{24})?'
            lines() { [ ! -f "$1" ] || grep -aEx -- "$2" "$1" || :; }
            head=$(lines HEAD "ref: refs/.+|$id" | head -n 1)
            [ -z "$head" ] || printf '%s\n' "$head" >"$1/HEAD"
            lines packed-refs "$id refs/.+|\\^$id" >"$1/packed-refs"
            lines shallow "$id" >>"$1/shallow"
            [ ! -f logs/refs/stash ] || cut -d ' ' -f 2 logs/refs/stash >"$1/stashes"
            find refs -type f ! -name '*.lock' -size -2 -exec cp --parents -t "$1" {} + 2>/dev/null || :
            """#, [path, git.directory.repository, workspace, Self.setUpExclude], in: .workspace, as: "work"
        ).text.split(separator: "\n")
        isOther = found.first == "other"
        agentDirectory = found.last.flatMap { $0.hasPrefix("agent ") ? String($0.dropFirst("agent ".count)) : nil }
    }

    /// Runs git on the workspace.
    ///
    /// - Parameters:
    ///   - tree: the directory with the files; `nil` for the workspace.
    ///   - index: the name of the index file.
    /// - Throws: `GitError` when git fails.
    @discardableResult
    func run(
        _ arguments: [String], tree: String? = nil, index: String = "index", environment: [String: String] = [:],
        outputLimit: Int = 64 << 20
    ) async throws -> CommandResult {
        try await git.run(
            arguments, in: .workspace, environment: variables(tree: tree, index: index).merging(environment) { $1 },
            outputLimit: outputLimit)
    }

    /// Runs git without throwing when it fails, for commands whose exit status is the answer.
    func attempt(
        _ arguments: [String], tree: String? = nil, index: String = "index"
    ) async throws -> CommandResult {
        try await git.attempt(
            arguments, in: .workspace, environment: variables(tree: tree, index: index), outputLimit: 64 << 20)
    }

    /// Runs a script with git's view of the files. Its arguments are `$1` and so on.
    @discardableResult
    func sh(_ script: String, _ arguments: String..., environment: [String: String] = [:]) async throws -> CommandResult
    {
        try await git.sh(
            script, arguments, in: .workspace, as: "work", environment: environment, outputLimit: 64 << 20)
    }

    /// The commit of a revision; `nil` unless it and all commits since `base` can be read and pass git's checks for
    /// clones.
    func commit(_ revision: String, since base: String) async throws -> String? {
        let found = try await attempt(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
        guard found.ending.isSuccess else { return nil }
        let commit = found.text.trimmed
        // If the first command fails, the second one gets an incomplete pack and fails too.
        let check = try await sh(
            #"""
            printf '%s\n^%s\n' "$2" "$3" | git --git-dir "$1" pack-objects --quiet --revs --stdout |
                git --git-dir "$1" index-pack --stdin "$4" >/dev/null && echo whole || :
            """#, path, commit, base, GitSettings.strictness)
        return check.text.trimmed == "whole" ? commit : nil
    }

    func tree(of commit: String) async throws -> String {
        try await run(["rev-parse", "--verify", "\(commit)^{tree}"]).text.trimmed
    }

    func isAncestor(_ commit: String, of other: String) async throws -> Bool {
        try await attempt(["merge-base", "--is-ancestor", commit, other]).ending.isSuccess
    }

    func variables(tree: String?, index: String) -> [String: String] {
        ["GIT_DIR": path, "GIT_WORK_TREE": tree ?? workspace, "GIT_INDEX_FILE": "\(path)/\(index)"]
    }
}
