import Domain

/// The files of one working tree as a git tree, whatever state the agent left them in.
struct WorkSnapshot: Sendable {
    let repository: WorkRepository
    /// The directory, relative to the workspace; empty for the workspace itself.
    let directory: String
    /// The agent's git directory of it, whose index says what the agent staged; `nil` where that is to be passed over.
    let gitDirectory: String?
    /// Directories in it that are not part of it: other working trees of the same repository.
    let excluded: [String]
    /// The submodules of the base, with the commits that they point to. Their content is no part of the work.
    let submodules: [String: String]
    /// The commit that the work began at.
    let base: String

    var root: String {
        directory.isEmpty ? repository.workspace : "\(repository.workspace)/\(directory)"
    }

    /// - Parameter commit: what the files are compared with; its files are taken even where they are ignored.
    /// - Returns: the tree, and what could not be taken.
    func take(since commit: String) async throws -> (tree: String, leftOut: [LeftOutWork]) {
        var leftOut = try await removeSpecialFiles()
        if directory.isEmpty { leftOut += try await changedSetUpFiles() }
        if try await beginAtAgentsIndex() {
            let more = try await addFiles()
            try await keepExecutableBits()
            let written = try await repository.attempt(["write-tree"], tree: root)
            if written.ending.isSuccess { return (written.text.trimmed, leftOut + more) }
            // It points to what isn't there.
        }
        try await repository.run(["read-tree", commit], tree: root)
        leftOut += try await addFiles()
        return (try await repository.run(["write-tree"], tree: root).text.trimmed, leftOut)
    }

    /// Puts the files as they are into the index.
    private func addFiles() async throws -> [LeftOutWork] {
        let (nested, unnamable) = try await nestedRepositories()
        for path in nested where submodules[path] == nil {
            // By force, since the index is the agent's: what it staged may be neither in the files nor in a commit.
            try await repository.run(
                ["rm", "-r", "--cached", "--force", "--quiet", "--ignore-unmatch", "--", ":(top,literal)\(path)"],
                tree: root)
        }
        let others = (excluded + nested).map { ":(top,exclude,literal)\($0)" } + unnamable.map(\.pathspec)
        var leftOut = try await add(exceptFor: others, index: "index", tree: root)
        // They are listed as directories all the same.
        leftOut.removeAll { left in unnamable.contains { left.name == "\($0.name)/" } }
        leftOut += unnamable.map { LeftOutWork($0.name, "It is a repository with a name that is not UTF-8.") }
        // The innermost come last, so that each stands in the place that the one around it left out.
        for path in nested where submodules[path] == nil { leftOut += try await graft(path, exceptFor: nested) }
        return leftOut + (try await checkLinks(nested))
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
    ///
    /// - Returns: also those whose names can't be told, each with what keeps git from looking at it.
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
            // A question mark stands for a byte.
            let pattern = path.map { $0 < 0x80 && !"*?[\\".utf8.contains($0) ? $0 : UInt8(ascii: "?") }
            return (
                String(decoding: path, as: UTF8.self),
                ":(top,exclude,glob)\(String(decoding: pattern, as: UTF8.self))"
            )
        }
        return (kept, unnamable)
    }

    /// Removes references to commits of other repositories, which nobody could resolve, and names what was done to
    /// submodules.
    private func checkLinks(_ nested: [String]) async throws -> [LeftOutWork] {
        let links = try await repository.run(["ls-files", "--stage", "-z"], tree: root).links
        var leftOut: [LeftOutWork] = []
        for link in links {
            guard let before = submodules[link.path] else {
                try await repository.run(["update-index", "--force-remove", "--", link.path], tree: root)
                leftOut.append(
                    LeftOutWork(link.path, "It points to a commit of another repository, which is not here."))
                continue
            }
            let isRepository = nested.contains(link.path)
            if isRepository, before != link.commit {
                leftOut.append(
                    LeftOutWork(link.path, "The commit that it points to now is pushed only by whoever has it."))
            } else if try await isRepository ? isModified(link.path) : hasFiles(link.path) {
                leftOut.append(LeftOutWork(link.path, "Changes in a submodule are not kept."))
            }
        }
        return leftOut
    }

    private func isModified(_ path: String) async throws -> Bool {
        let changes = try await repository.attempt(
            ["diff-files", "--ignore-submodules=none", "--name-only", "--", ":(top,literal)\(path)"], tree: root)
        return !changes.output.isEmpty
    }

    private func hasFiles(_ path: String) async throws -> Bool {
        try await !repository.sh(#"ls -A -- "$1" 2>/dev/null | head -n 1"#, "\(root)/\(path)").output.isEmpty
    }
}

extension CommandResult {
    /// The submodules among entries as `ls-tree` and `ls-files --stage` print them.
    var links: [(path: String, commit: String)] {
        names.compactMap { entry in
            guard entry.hasPrefix("160000 "), let tab = entry.firstIndex(of: "\t") else { return nil }
            let fields = entry[..<tab].split(separator: " ")
            let commit = fields.first { $0.utf8.count >= 40 } ?? ""
            return (String(entry[entry.index(after: tab)...]), String(commit))
        }
    }

    /// What it printed, ended by NUL bytes each.
    var names: [String] {
        output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
