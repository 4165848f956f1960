/// The branches and tags of a repository, as its host lists them.
package struct RemoteBranches: Equatable, Sendable {
    package let branches: [String]
    package let tags: Set<String>
    /// The one that the host shows first; `nil` in a repository without commits.
    package let defaultBranch: String?

    package init(branches: [String], tags: Set<String> = [], defaultBranch: String?) {
        self.branches = branches
        self.tags = tags
        self.defaultBranch = defaultBranch
    }

    /// Whether work can begin at a name. A commit may be there without a branch, an empty repository takes every branch,
    /// and without a `main` the work begins at the default branch.
    package func mayHave(_ name: BranchName) -> Bool {
        branches.isEmpty || name.isCommit || name == .main || branches.contains(name.description)
            || tags.contains(name.description)
    }

    /// The branch that somebody may have meant: the one with the fewest other letters, or else the default one.
    package func closest(to name: BranchName) -> String? {
        let text = Array(name.description.lowercased())
        let limit = max(2, text.count / 3)
        let candidates = branches.map { (name: $0, distance: Self.distance(text, Array($0.lowercased()))) }
        let nearest = candidates.min { $0.distance < $1.distance }
        return nearest.flatMap { $0.distance <= limit ? $0.name : nil } ?? defaultBranch ?? branches.first
    }

    /// How many letters have to be added, left out or replaced to make one text of another (Levenshtein's distance).
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

/// What asking a host for a repository's branches gave.
package enum RemoteLookup: Equatable, Sendable {
    case found(RemoteBranches)
    /// There is no such repository, or this server may not read it.
    case missing
    /// The host couldn't be asked, or not in time.
    case unreachable
}
