/// The branches and tags of a repository, as its host lists them.
package struct RemoteBranches: Equatable, Sendable {
    package let branches: [String]
    package let tags: Set<String>
    /// The host's default branch; `nil` in a repository without commits.
    package let defaultBranch: String?

    package init(branches: [String], tags: Set<String> = [], defaultBranch: String?) {
        self.branches = branches
        self.tags = tags
        self.defaultBranch = defaultBranch
    }

    /// Whether a session can start from this name. It is also true for a commit id, which may exist without a branch,
    /// for an empty repository, and for `main`, for which the default branch is used if there is no `main`.
    package func mayHave(_ name: BranchName) -> Bool {
        branches.isEmpty || name.isCommit || name == .main || branches.contains(name.description)
            || tags.contains(name.description)
    }

    /// The branch that was probably meant: the one with the smallest edit distance if that is small, or else the
    /// default one.
    package func closest(to name: BranchName) -> String? {
        let text = Array(name.description.lowercased())
        let limit = max(2, text.count / 3)
        let candidates = branches.map { (name: $0, distance: Self.distance(text, Array($0.lowercased()))) }
        let nearest = candidates.min { $0.distance < $1.distance }
        return nearest.flatMap { $0.distance <= limit ? $0.name : nil } ?? defaultBranch ?? branches.first
    }

    /// The edit distance of two texts (Levenshtein).
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        guard abs(one.count - other.count) <= one.count else { return .max }
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[other.count]
    }
}

/// The result of asking a host for a repository's branches.
package enum RemoteLookup: Equatable, Sendable {
    case found(RemoteBranches)
    /// The repository doesn't exist, or this server has no access to it.
    case missing
    /// The host didn't answer, or not in time.
    case unreachable
}
