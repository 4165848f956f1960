import Domain

/// Writes the files of one working tree as a git tree, in whatever state the agent left them.
struct WorkSnapshot: Sendable {
    let repository: WorkRepository
    /// The working tree's directory, relative to the workspace; empty for the workspace itself.
    let directory: String
    /// The agent's git directory for this working tree, whose index has what the agent staged; `nil` to ignore it.
    let gitDirectory: String?
    /// Other working trees of the same repository inside this directory, which are skipped.
    let excluded: [String]
    /// The base's submodules, with the commits that they point to. Their content is not part of the work.
    let submodules: [String: String]
    /// The commit that the work started from.
    let base: String

    var root: String {
        directory.isEmpty ? repository.workspace : "\(repository.workspace)/\(directory)"
    }

    /// - Parameter commit: the commit to compare with; its files are included even if they are ignored.
    /// - Returns: the tree, and the files that could not be included.
    func take(since commit: String) async throws -> (tree: String, leftOut: [LeftOutWork]) {
        var leftOut = try await removeSpecialFiles()
        if directory.isEmpty { leftOut += try await changedSetUpFiles() }
        if try await beginAtAgentsIndex() {
            let more = try await addFiles()
            try await keepExecutableBits()
            let written = try await repository.attempt(["write-tree"], tree: root)
            if written.ending.isSuccess { return (written.text.trimmed, leftOut + more) }
            // The index refers to missing objects.
        }
        try await repository.run(["read-tree", commit], tree: root)
        leftOut += try await addFiles()
        return (try await repository.run(["write-tree"], tree: root).text.trimmed, leftOut)
    }

    /// Adds the current files to the index.
    private func addFiles() async throws -> [LeftOutWork] {
        let (nested, unnamable) = try await nestedRepositories()
        try await forget(nested.filter { submodules[$0] == nil })
        var leftOut = try await forgetLinks()
        let others = (excluded + nested).map { ":(top,exclude,literal)\($0)" } + unnamable.map(\.pathspec)
        leftOut += try await add(exceptFor: others, index: "index", tree: root)
        // `ls-files` lists them as directories all the same.
        leftOut.removeAll { left in unnamable.contains { left.name == "\($0.name)/" } }
        leftOut += unnamable.map { LeftOutWork($0.name, "It is a repository whose name is not UTF-8.") }
        // Outer repositories come first, so that each inner one fills the gap that the outer one left.
        for path in nested where submodules[path] == nil { leftOut += try await graft(path, exceptFor: nested) }
        return leftOut + (try await changedSubmodules(nested))
    }

    /// Removes the paths, and all below them, from the index.
    ///
    /// Not by `git rm`, which opens a repository before it removes the link to it: one with a broken configuration ends
    /// it.
    private func forget(_ paths: [String]) async throws {
        for path in paths {
            try await repository.sh(
                #"""
                set -e; cd "$1"; git ls-files -z -- "$2" >"$GIT_INDEX_FILE.forgotten"
                git update-index -z --force-remove --stdin <"$GIT_INDEX_FILE.forgotten"
                """#, root, ":(top,literal)\(path)", environment: indexVariables)
        }
    }

    /// Adds all files and returns those that could not be added.
    private func add(exceptFor excluded: [String], index: String, tree: String) async throws -> [LeftOutWork] {
        let all = ["add", "--all", "--ignore-errors", "--", ":(top)"] + excluded
        let first = try await repository.attempt(all, tree: tree, index: index)
        try Self.check(first)
        if !first.ending.isSuccess, first.ending.errorText.contains("fatal:") {
            // The attributes may ask for something impossible, such as an encoding that a file does not have.
            try await repository.sh(
                #"printf '* -working-tree-encoding -filter -ident\n' >"$1/info/attributes""#, repository.path)
            let second = try await repository.attempt(all, tree: tree, index: index)
            try await repository.sh(#"rm -f "$1/info/attributes""#, repository.path)
            try Self.check(second)
        }
        let untracked = try await repository.run(
            ["ls-files", "--others", "--exclude-standard", "-z", "--", ":(top)"] + excluded, tree: tree, index: index)
        // Not `ls-files --modified`, which opens excluded repositories too: one with a broken configuration ends it.
        let modified = try await repository.run(
            ["diff-files", "--name-only", "-z", "--", ":(top)"] + excluded, tree: tree, index: index)
        let refused = Set(untracked.names + modified.names)
        let hidden = try await hiddenNames(exceptFor: excluded, index: index, tree: tree).filter {
            !refused.contains($0)
        }
        return refused.sorted().map { LeftOutWork($0, "It could not be read, or git refuses its name.") }
            + Self.shortened(hidden).map { LeftOutWork($0, "The repository's .git/info/exclude excludes it.") }
    }

    /// Files that were not added although neither `.gitignore` nor the setup script excludes them: the agent's own
    /// repository hides them.
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

    /// Adds the files of a nested repository at its path. Its own history is left out.
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
        let history = LeftOutWork(path, "It is a repository of its own: its files are kept, but not its history.")
        return leftOut.map { LeftOutWork("\(path)/\($0.name)", $0.reason) } + [history]
    }

    /// Files that the setup script made are skipped; those that the agent changed since are reported.
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
            LeftOutWork($0, "The set-up script created it, so changes in it are not kept.")
        }
    }

    private static let mostNames = 20

    /// The names; if there are many, only the outermost directories.
    private static func shortened(_ names: [String]) -> [String] {
        guard names.count > mostNames else { return names }
        return Set(names.map { $0.contains("/") ? "\($0.prefix { $0 != "/" })/" : $0 }).sorted()
    }

    /// Removes pipes, sockets and devices: git cannot store them, and would wait forever when it reads a pipe in the
    /// place of a file.
    private func removeSpecialFiles() async throws -> [LeftOutWork] {
        let kept = "! -type f ! -type d ! -type l"
        let found = try await repository.sh(
            #"cd "$1" && find . -path '*/.git/*' -prune -o "# + kept + #" -print0 2>/dev/null; find . "# + kept
                + #" -delete 2>/dev/null || :"#, root)
        return found.names.map { LeftOutWork(String($0.dropFirst(2)), "Pipes, sockets and devices are not kept.") }
    }

    /// Directories with a `.git` of their own, outer ones before those inside. Ignored ones are skipped.
    ///
    /// - Returns: also the ones whose names are not UTF-8, each with a pathspec that makes git skip it.
    private func nestedRepositories() async throws -> (named: [String], unnamable: [(name: String, pathspec: String)]) {
        let found = try await repository.sh(
            #"cd "$1" && find . -mindepth 2 -name .git -prune -print0 2>/dev/null || :"#, root)
        let paths = found.output.split(separator: 0).map { $0.dropFirst(2).dropLast("/.git".count) }
        let named = paths.compactMap { String(validating: $0, as: UTF8.self) }.filter { path in
            !path.split(separator: "/").contains(".git")
                && !excluded.contains { path == $0 || path.hasPrefix("\($0)/") }
        }
        var kept: [String] = []
        for path in named.sorted() {
            let ignored = try await repository.attempt(["check-ignore", "--quiet", "--", path], tree: root)
            if !ignored.ending.isSuccess { kept.append(path) }
        }
        let unnamable = paths.filter { String(validating: $0, as: UTF8.self) == nil }.map { path in
            // A question mark matches any byte.
            let pattern = path.map { $0 < 0x80 && !"*?[\\".utf8.contains($0) ? $0 : UInt8(ascii: "?") }
            return (
                String(decoding: path, as: UTF8.self),
                ":(top,exclude,glob)\(String(decoding: pattern, as: UTF8.self))"
            )
        }
        return (kept, unnamable)
    }

    /// Removes the index's links to commits of other repositories than the base's submodules: nobody could resolve them,
    /// and git would open each such repository.
    private func forgetLinks() async throws -> [LeftOutWork] {
        let links = try await links().filter { submodules[$0.path] == nil }.map(\.path)
        try await forget(links)
        return links.map {
            LeftOutWork($0, "It points to a commit of another repository, which is not available.")
        }
    }

    private func links() async throws -> [(path: String, commit: String)] {
        try await repository.run(["ls-files", "--stage", "-z"], tree: root).links
    }

    private func changedSubmodules(_ nested: [String]) async throws -> [LeftOutWork] {
        var leftOut: [LeftOutWork] = []
        for link in try await links() {
            guard let before = submodules[link.path] else { continue }
            let isRepository = nested.contains(link.path)
            if isRepository, before != link.commit {
                leftOut.append(
                    LeftOutWork(link.path, "It points to a new commit, which Lodestone does not push."))
            } else if try await isRepository ? isModified(link.path) : hasFiles(link.path) {
                leftOut.append(LeftOutWork(link.path, "Changes in a submodule are not kept."))
            }
        }
        return leftOut
    }

    /// Whether the submodule has changes, as far as git can read it.
    private func isModified(_ path: String) async throws -> Bool {
        let changes = try await repository.attempt(
            ["diff-files", "--ignore-submodules=none", "--name-only", "--", ":(top,literal)\(path)"], tree: root)
        return !changes.ending.isSuccess || !changes.output.isEmpty
    }

    private func hasFiles(_ path: String) async throws -> Bool {
        try await !repository.sh(#"ls -A -- "$1" 2>/dev/null | head -n 1"#, "\(root)/\(path)").output.isEmpty
    }
}

extension CommandResult {
    /// The submodules among the entries printed by `ls-tree` or `ls-files --stage`.
    var links: [(path: String, commit: String)] {
        names.compactMap { entry in
            guard entry.hasPrefix("160000 "), let tab = entry.firstIndex(of: "\t") else { return nil }
            let fields = entry[..<tab].split(separator: " ")
            let commit = fields.first { $0.utf8.count >= 40 } ?? ""
            return (String(entry[entry.index(after: tab)...]), String(commit))
        }
    }

    /// The output split at its NUL bytes.
    var names: [String] {
        output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
