import Domain

/// Combines all of an agent's work into one commit that descends from the base.
struct WorkCollection: Sendable {
    /// The name of the work's reference in a bundle.
    static let reference = "refs/lodestone/work"

    private let repository: WorkRepository
    private let base: String
    private let message: String
    private let author: GitIdentity
    private var leftOut: [LeftOutWork] = []
    /// The agent's own commits in the result.
    private var heads: [String] = []
    /// The base's submodules: their paths, with the commits that they point to.
    private var submodules: [String: String] = [:]

    init(_ git: Git, base: String, message: String, author: GitIdentity) async throws {
        repository = try await WorkRepository(git)
        self.base = base
        self.message = message
        self.author = author
    }

    /// The collected work.
    struct Result {
        /// The final commit.
        let tip: String
        /// The commit with the workspace's own files only, before other branches and stashes are merged.
        let files: String
        let leftOut: [LeftOutWork]
        /// Why the work is not finished; `nil` when it is.
        let unfinished: String?
        /// Whether a merge, rebase or similar operation is in progress.
        let isUnderWay: Bool
    }

    /// - Parameter previous: the commit collected from the workspace last time; the result descends from it.
    mutating func collect(after previous: String?) async throws -> Result {
        submodules = try await submodulesOfBase()
        if repository.isOther {
            leftOut.append(
                LeftOutWork(".git", "It was removed or replaced; commits that were only in it are not kept."))
        }
        let references = try await AgentReferences(repository, base: base)
        leftOut += references.leftOut
        var workTrees = references.workTrees
        if workTrees.isEmpty { workTrees = [.init(directory: "", head: base, branch: nil, gitDirectory: nil)] }
        let directories = workTrees.map(\.directory).filter { !$0.isEmpty }
        var tip = base
        var files = base
        for workTree in workTrees where try await exists(workTree) {
            let commit = try await snapshot(workTree, exceptFor: directories)
            let name = workTree.directory.isEmpty ? "the workspace" : workTree.directory
            if workTree.directory.isEmpty {
                tip = try await onBase(commit)
                files = tip
            } else {
                let before = leftOut.count
                tip = try await merge(commit, name, into: tip)
                // A conflicting working tree is listed by its branch as well.
                if leftOut.count > before, let branch = workTree.branch {
                    leftOut.append(LeftOutWork(Self.short(branch), Self.conflict))
                }
            }
        }
        let checkedOut = Set(workTrees.compactMap(\.branch))
        for (name, revision) in references.branches where !checkedOut.contains(name) {
            if name == references.rebased {
                leftOut += try await unrebased(name, revision, in: tip)
                continue
            }
            guard let commit = try await repository.commit(revision, since: base) else {
                leftOut.append(LeftOutWork(Self.short(name), Self.unreadable))
                continue
            }
            heads.append(commit)
            tip = try await merge(commit, Self.short(name), into: tip)
        }
        for stash in references.stashes { tip = try await addStash(stash, to: tip) }
        if let previous { tip = try await follow(previous, with: tip) }
        return Result(
            tip: tip, files: files, leftOut: leftOut, unfinished: try await unfinished(references.operation, tip),
            isUnderWay: references.operation != nil)
    }

    /// Makes the result descend from the previous one, as a pushed branch requires, even if the agent's history lacks
    /// the server's own commits.
    private func follow(_ previous: String, with tip: String) async throws -> String {
        if try await repository.isAncestor(previous, of: tip) { return tip }
        let tree = try await repository.tree(of: tip)
        guard try await repository.tree(of: previous) != tree else { return previous }
        var parents = [previous]
        for head in heads where try await !repository.isAncestor(head, of: previous) { parents.append(head) }
        return try await commit(tree, on: parents, message)
    }

    /// Writes a bundle of the commit to git's home.
    func bundle(_ tip: String, named name: String) async throws {
        try await repository.run(["update-ref", Self.reference, tip])
        try await repository.run(
            [
                "bundle", "create", "--quiet", "\(repository.git.paths(in: .workspace).home)/\(name)",
                Self.reference, "^\(base)",
            ])
    }

    private func exists(_ workTree: AgentReferences.WorkTree) async throws -> Bool {
        try await repository.sh(
            #"[ -d "$1/$2" ] && echo yes || :"#, repository.workspace, workTree.directory
        ).text.trimmed == "yes"
    }

    /// The commit of a working tree: its head, or a new commit on it if files differ.
    private mutating func snapshot(
        _ workTree: AgentReferences.WorkTree, exceptFor others: [String]
    ) async throws -> String {
        let prefix = workTree.directory.isEmpty ? "" : "\(workTree.directory)/"
        let excluded = others.filter { $0 != workTree.directory && $0.hasPrefix(prefix) }
        let head = try await repository.commit(workTree.head, since: base)
        if head == nil, workTree.head != base {
            let name = workTree.branch.map(Self.short) ?? "HEAD"
            let isUnborn = try await repository.attempt(["rev-parse", "--verify", "--quiet", workTree.head])
            if isUnborn.ending.isSuccess { leftOut.append(LeftOutWork(name, Self.unreadable)) }
        }
        if let head, head != base { heads.append(head) }
        let parent = head ?? base
        let (tree, missing) = try await WorkSnapshot(
            repository: repository, directory: workTree.directory,
            gitDirectory: repository.isOther ? nil : workTree.gitDirectory,
            excluded: excluded.map { String($0.dropFirst(prefix.count)) }, submodules: submodules, base: base
        ).take(since: parent)
        leftOut += missing.map { LeftOutWork(prefix + $0.name, $0.reason) }
        guard try await repository.tree(of: parent) != tree else { return parent }
        return try await commit(tree, on: [parent], message)
    }

    /// A commit with the base in its history, as a pull request against the base requires.
    private func onBase(_ commit: String) async throws -> String {
        if try await repository.isAncestor(base, of: commit) { return commit }
        let tree = try await repository.tree(of: commit)
        if try await repository.isAncestor(commit, of: base) {
            guard try await repository.tree(of: base) != tree else { return base }
            return try await self.commit(tree, on: [base], message)
        }
        return try await self.commit(tree, on: [base, commit], message)
    }

    /// Merges a commit, or lists it as left out if it conflicts.
    private mutating func merge(_ commit: String, _ name: String, into tip: String) async throws -> String {
        if try await repository.isAncestor(commit, of: tip) { return tip }
        if try await repository.isAncestor(tip, of: commit) { return commit }
        guard let tree = try await mergedTree(tip, commit) else {
            leftOut.append(LeftOutWork(name, Self.conflict))
            return tip
        }
        return try await self.commit(tree, on: [tip, commit], "Merge \(name)")
    }

    /// Applies a stash as a commit of its own.
    private mutating func addStash(_ stash: String, to tip: String) async throws -> String {
        guard let commit = try await repository.commit(stash, since: base) else {
            leftOut.append(LeftOutWork("stash", "Its changes could not be read."))
            return tip
        }
        var result = tip
        // The third parent, if there is one, holds the untracked files.
        for revision in [commit, "\(commit)^3"] {
            guard let part = try await repository.commit(revision, since: base) else { continue }
            guard let tree = try await mergedTree(result, part) else {
                leftOut.append(LeftOutWork("stash", "Its changes conflict with the rest of the work."))
                continue
            }
            guard try await repository.tree(of: result) != tree else { continue }
            result = try await self.commit(tree, on: [result], "Changes from git stash")
        }
        return result
    }

    /// - Returns: `nil` when the two commits conflict.
    private func mergedTree(_ ours: String, _ theirs: String) async throws -> String? {
        let merged = try await repository.attempt(
            ["merge-tree", "--write-tree", "--allow-unrelated-histories", ours, theirs])
        guard merged.ending.isSuccess else { return nil }
        return merged.text.split(separator: "\n").first.map(String.init)
    }

    private func commit(_ tree: String, on parents: [String], _ message: String) async throws -> String {
        try await repository.run(
            ["commit-tree", tree] + parents.flatMap { ["-p", $0] } + ["-m", message], environment: author.environment
        ).text.trimmed
    }

    private func submodulesOfBase() async throws -> [String: String] {
        let links = try await repository.run(["ls-tree", "-r", "-z", base]).links
        return Dictionary(links.map { ($0.path, $0.commit) }) { first, _ in first }
    }

    private func unfinished(_ operation: String?, _ tip: String) async throws -> String? {
        if let operation { return "The agent left \(operation) unfinished." }
        let check = try await repository.attempt(
            ["-c", "core.whitespace=-trailing-space,-space-before-tab,-blank-at-eof", "diff", "--check", base, tip])
        let marked = check.text.split(separator: "\n").first { $0.hasSuffix("leftover conflict marker") }
        guard let name = marked?.split(separator: ":").first else { return nil }
        return "The agent left conflict markers, for instance in \(name)."
    }

    /// Reports commits that a rebase in progress has not yet applied; they stay on their branch.
    private func unrebased(_ name: String, _ revision: String, in tip: String) async throws -> [LeftOutWork] {
        let cherry = try await repository.attempt(["rev-list", "--cherry-pick", "--right-only", "\(tip)...\(revision)"])
        if cherry.ending.isSuccess, cherry.output.isEmpty { return [] }
        return [
            LeftOutWork(Self.short(name), "A rebase of it is unfinished: some of its commits are not in the changes.")
        ]
    }

    private static let conflict = "Its commits conflict with the rest of the work."
    private static let unreadable = "Its commits could not be read, or git refuses their content."

    private static func short(_ reference: String) -> String {
        ["refs/heads/", "refs/tags/"].first { reference.hasPrefix($0) }.map { String(reference.dropFirst($0.count)) }
            ?? reference
    }
}
