package import Domain

/// Candidate names for a session's working branch: `agent/add-input-validation`, from the session's title, numbered
/// from 2 when taken. Git cannot have both a branch `agent` and a branch in the directory `agent/`: if `agent` exists,
/// the name is `agent-add-input-validation`.
package struct AgentBranch: Sendable {
    private static let longestSlug = 50

    /// The names with a slash and without.
    let plainNames: [String]
    /// Names of existing branches.
    private var taken: Set<String>

    package init(for title: String, taken: Set<String> = []) {
        plainNames = ["agent/\(Self.slug(of: title))", "agent-\(Self.slug(of: title))"]
        self.taken = taken
    }

    /// The first free name.
    package var name: BranchName {
        let plain = plainNames[taken.contains("agent") ? 1 : 0]
        let numbered = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? plain : "\(plain)-\($0)" }
        return BranchName(
            unchecked: numbered.first { name in
                !taken.contains(name) && !taken.contains { $0.hasPrefix("\(name)/") }
            } ?? plain)
    }

    /// Marks a name as taken.
    package mutating func skip(_ name: BranchName) {
        taken.insert(name.description)
    }

    /// Lowercase letters and digits, with a hyphen for each run of other characters; whole words up to 50 bytes.
    static func slug(of title: String) -> String {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        var slug = ""
        for word in words {
            let longer = slug.isEmpty ? String(word.prefix(longestSlug)) : "\(slug)-\(word)"
            guard longer.utf8.count <= longestSlug else { break }
            slug = longer
        }
        return slug.isEmpty ? "session" : slug
    }
}
