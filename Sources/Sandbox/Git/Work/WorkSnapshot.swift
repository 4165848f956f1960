import Domain

/// The files of one working tree as a git tree, whatever state the agent left them in.
struct WorkSnapshot: Sendable {
    let repository: WorkRepository
    /// The directory, relative to the workspace; empty for the workspace itself.
    let directory: String
    /// Directories in it that are not part of it: other working trees of the same repository.
    let excluded: [String]
    /// The submodules of the base: they stay as they are.
    let submodules: Set<String>

    private var root: String {
        directory.isEmpty ? repository.workspace : "\(repository.workspace)/\(directory)"
    }

    /// - Parameter commit: what the files are compared with; its files are taken even where they are ignored.
    /// - Returns: the tree, and what could not be taken.
    func take(since commit: String) async throws -> (tree: String, leftOut: [LeftOutWork]) {
        var leftOut = try await removeSpecialFiles()
        if directory.isEmpty { leftOut += try await changedSetUpFiles() }
        let nested = try await nestedRepositories()
        try await repository.run(["read-tree", commit], tree: root)
        for path in nested where !submodules.contains(path) {
            try await repository.run(
                ["rm", "-r", "--cached", "--quiet", "--ignore-unmatch", "--", ":(top,literal)\(path)"], tree: root)
        }
        let others = (excluded + nested).map { ":(top,exclude,literal)\($0)" }
        leftOut += try await add(exceptFor: others, index: "index", tree: root)
        // The innermost come last, so that each stands in the place that the one around it left out.
        for path in nested {
            guard !submodules.contains(path) else {
                let changes = try await repository.attempt(
                    ["diff-files", "--ignore-submodules=none", "--name-only", "--", ":(top,literal)\(path)"], tree: root
                )
                if !changes.output.isEmpty {
                    leftOut.append(LeftOutWork(path, "Changes in a submodule are not kept."))
                }
                continue
            }
            leftOut += try await graft(path, exceptFor: nested)
        }
        leftOut += try await removeDanglingLinks()
        return (try await repository.run(["write-tree"], tree: root).text.trimmed, leftOut)
    }

    /// Adds all files, and names those that could not be added.
    private func add(exceptFor excluded: [String], index: String, tree: String) async throws -> [LeftOutWork] {
        let all = ["add", "--all", "--ignore-errors", "--", ":(top)"] + excluded
        let first = try await repository.attempt(all, tree: tree, index: index)
        try Self.check(first)
        if !first.ending.isSuccess, first.ending.errorText.contains("fatal:") {
            // What the attributes ask for may be impossible, such as an encoding that a file is not in.
            try await repository.sh(
                #"printf '* -working-tree-encoding -filter -ident\n' >"$1/info/attributes""#, repository.path)
            let second = try await repository.attempt(all, tree: tree, index: index)
            try await repository.sh(#"rm -f "$1/info/attributes""#, repository.path)
            try Self.check(second)
        }
        let rest = try await repository.run(
            ["ls-files", "--others", "--modified", "--exclude-standard", "-z", "--", ":(top)"] + excluded, tree: tree,
            index: index)
        let refused = Set(rest.names)
        let hidden = try await hiddenNames(exceptFor: excluded, index: index, tree: tree).filter {
            !refused.contains($0)
        }
        return refused.sorted().map { LeftOutWork($0, "It could not be read, or git refuses its name.") }
            + Self.shortened(hidden).map { LeftOutWork($0, "The repository's .git/info/exclude hides it.") }
    }

    /// What was not added though neither `.gitignore` nor the set-up script accounts for it: the agent's own repository
    /// hides it.
    private func hiddenNames(exceptFor excluded: [String], index: String, tree: String) async throws -> [String] {
        let others = try await repository.attempt(
            [
                "ls-files", "--others", "--exclude-per-directory=.gitignore",
                "--exclude-from=\(repository.path)/\(WorkRepository.setUpExclude)", "-z", "--", ":(top)",
            ] + excluded, tree: tree, index: index)
        return others.ending.isSuccess ? others.names : [".git/info/exclude"]
    }

    private static func check(_ result: CommandResult) throws {
        guard result.ending.breach == nil else {
            throw GitError(operation: "add", result: result)
        }
    }

    /// Puts the files of a repository inside the working tree in its place. Its own history is not taken.
    private func graft(_ path: String, exceptFor nested: [String]) async throws -> [LeftOutWork] {
        let inner = nested.filter { $0.hasPrefix("\(path)/") }.map { String($0.dropFirst(path.count + 1)) }
        let tree = "\(root)/\(path)"
        try await repository.run(["read-tree", "--empty"], tree: tree, index: "nested")
        let leftOut = try await add(
            exceptFor: inner.map { ":(top,exclude,literal)\($0)" }, index: "nested", tree: tree)
        let files = try await repository.run(["write-tree"], tree: tree, index: "nested").text.trimmed
        if try await !repository.run(["ls-tree", files]).output.isEmpty {
            try await repository.run(["read-tree", "--prefix=\(path)/", files], tree: root)
        }
        let history = LeftOutWork(path, "It is a repository of its own: its files are kept, its history is not.")
        return leftOut.map { LeftOutWork("\(path)/\($0.name)", $0.reason) } + [history]
    }

    /// What the set-up script made isn't looked at; where the agent changed that since, it is named.
    private func changedSetUpFiles() async throws -> [LeftOutWork] {
        let found = try await repository.sh(
            #"""
            [ -s "$HOME/exclude" ] || exit 0
            git --git-dir "$1" --work-tree "$2" -C "$2" ls-files --others --ignored -z -X "$HOME/exclude" |
                xargs -0 -r sh -c 'cd "$0"; for file; do
                    [ "$file" -nt "$HOME/exclude" ] && printf "%s\0" "$file"
                done; :' "$2"
            """#, repository.path, root)
        return Self.shortened(found.names).map {
            LeftOutWork($0, "The set-up script made it; what the agent changed there is not kept.")
        }
    }

    private static let mostNames = 20

    /// The names, or where they are many each outermost directory once.
    private static func shortened(_ names: [String]) -> [String] {
        guard names.count > mostNames else { return names }
        return Set(names.map { $0.contains("/") ? "\($0.prefix { $0 != "/" })/" : $0 }).sorted()
    }

    /// Removes pipes, sockets and devices: git keeps none of them, and waits without end at a pipe with the name of a
    /// file that it reads.
    private func removeSpecialFiles() async throws -> [LeftOutWork] {
        let kept = "! -type f ! -type d ! -type l"
        let found = try await repository.sh(
            #"cd "$1" && find . -path '*/.git/*' -prune -o "# + kept + #" -print0 2>/dev/null; find . "# + kept
                + #" -delete 2>/dev/null || :"#, root)
        return found.names.map { LeftOutWork(String($0.dropFirst(2)), "A pipe, socket or device is not kept.") }
    }

    /// The directories with a `.git` of their own, those around others first. A parent's ignored ones don't count.
    private func nestedRepositories() async throws -> [String] {
        let found = try await repository.sh(
            #"cd "$1" && find . -mindepth 2 -name .git -prune -print0 2>/dev/null || :"#, root)
        let paths = found.names.map { String($0.dropFirst(2).dropLast("/.git".count)) }.filter { path in
            !path.split(separator: "/").contains(".git")
                && !excluded.contains { path == $0 || path.hasPrefix("\($0)/") }
        }
        var kept: [String] = []
        for path in paths.sorted() {
            let ignored = try await repository.attempt(["check-ignore", "--quiet", "--", path], tree: root)
            if !ignored.ending.isSuccess { kept.append(path) }
        }
        return kept
    }

    /// Removes references to commits of other repositories, which nobody could resolve.
    private func removeDanglingLinks() async throws -> [LeftOutWork] {
        let entries = try await repository.run(["ls-files", "--stage", "-z"], tree: root).names
        let links = entries.compactMap { entry -> String? in
            guard entry.hasPrefix("160000 "), let tab = entry.firstIndex(of: "\t") else { return nil }
            let path = String(entry[entry.index(after: tab)...])
            return submodules.contains(path) ? nil : path
        }
        for path in links {
            try await repository.run(["update-index", "--force-remove", "--", path], tree: root)
        }
        return links.map { LeftOutWork($0, "It points to a commit of another repository, which is not here.") }
    }
}

extension CommandResult {
    /// What it printed, ended by NUL bytes each.
    var names: [String] {
        output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
