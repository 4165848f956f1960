import Domain

/// What only the index of an agent says: what it staged though it is ignored, what it no longer tracks though it is there,
/// what it has no files of (a sparse checkout), and which bits it set where files have none. Its notes of unchanged files
/// keep those from being converted once more, as by a filter that only the agent has.
extension WorkSnapshot {
    /// Begins with a copy of the agent's index, unless it can't be read or has what git refuses.
    ///
    /// - Returns: whether it did.
    func beginAtAgentsIndex() async throws -> Bool {
        guard let gitDirectory else { return false }
        // Where a file is there it is looked at, whatever the index says of it. The index keeps its time: by that git
        // tells whether a file may have been changed since.
        let result = try await repository.sh(
            #"""
            [ -f "$2/index" ] || exit 0
            cp -p "$2/index" "$GIT_INDEX_FILE" && cd "$3" || exit 0
            git ls-files -v -z >"$1/entries" || exit 0
            ! sed -z 's/^. //' "$1/entries" | grep -zqiE '(^|/)(\.git|git~1|\.|\.\.)(/|$)' || exit 0
            sed -zn 's/^[a-z] //p' "$1/entries" | git update-index -z --no-assume-unchanged --stdin || exit 0
            sed -zn 's/^[Ss] //p' "$1/entries" |
                xargs -0 -r sh -c 'for file; do
                    if [ -e "$file" ] || [ -L "$file" ]; then printf "%s\0" "$file"; fi
                done' sh | git update-index -z --no-skip-worktree --stdin || exit 0
            \#(Self.executable) >"$1/executable" && echo begun
            """#, repository.path, gitDirectory, root, environment: indexVariables)
        return result.text.trimmed == "begun"
    }

    /// Keeps the bit that makes a file executable where the agent set it in the index only: the file is as it was.
    func keepExecutableBits() async throws {
        try await repository.sh(
            #"""
            set -e; export LC_ALL=C; cd "$2"
            git ls-files --stage -z | sed -zn 's/^100644 [0-9a-f]* 0\t//p' | sort -z >"$1/plain"
            git ls-tree -r -z "$3" | sed -zn 's/^100755 blob [0-9a-f]*\t//p' | sort -z >"$1/before"
            sort -z "$1/executable" | comm -z -12 - "$1/plain" | comm -z -23 - "$1/before" |
                xargs -0 -r git update-index --chmod=+x --
            """#, repository.path, root, base, environment: indexVariables)
    }

    private var indexVariables: [String: String] { repository.variables(tree: root, index: "index") }

    /// Prints the paths that are executable in the index.
    private static let executable = #"git ls-files --stage -z | sed -zn 's/^100755 [0-9a-f]* 0\t//p'"#
}
