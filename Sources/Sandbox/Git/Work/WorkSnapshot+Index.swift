import Domain

/// Uses information that only the agent's index has: files staged although ignored, files no longer tracked although
/// present, files missing because of a sparse checkout, and executable bits set only there. Its records of unchanged
/// files also prevent those from being converted again, for example by a filter that only the agent has.
extension WorkSnapshot {
    /// Starts from a copy of the agent's index, unless it cannot be read or contains names that git refuses.
    ///
    /// - Returns: whether the copy is used.
    func beginAtAgentsIndex() async throws -> Bool {
        guard let gitDirectory else { return false }
        // Every existing file is examined, whatever flags the index has for it. The copy keeps the index's modification
        // time, by which git decides whether a file may have changed since.
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

    /// Keeps executable bits that the agent set only in the index, while the file is unchanged.
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

    var indexVariables: [String: String] { repository.variables(tree: root, index: "index") }

    /// A script that prints the paths that are executable in the index.
    private static let executable = #"git ls-files --stage -z | sed -zn 's/^100755 [0-9a-f]* 0\t//p'"#
}
