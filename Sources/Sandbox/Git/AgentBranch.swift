package import Domain

/// The names that a session's working branch may get: `agent/add-input-validation`, from a session's title, numbered
/// from 2 when the name is taken. Git has no branch beside one whose name is a directory of it: where `agent` is a branch,
/// it is `agent-add-input-validation`.
package struct AgentBranch: Sendable {
    private static let longestSlug = 50

    /// With a slash, and without.
    let plainNames: [String]
    /// Names of branches that there are.
    private var taken: Set<String>

    package init(for title: String, taken: Set<String> = []) {
        plainNames = ["agent/\(Self.slug(of: title))", "agent-\(Self.slug(of: title))"]
        self.taken = taken
    }

    /// The first name that is free.
    package var name: BranchName {
        let plain = plainNames[taken.contains("agent") ? 1 : 0]
        let numbered = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? plain : "\(plain)-\($0)" }
        return BranchName(
            unchecked: numbered.first { name in
                !taken.contains(name) && !taken.contains { $0.hasPrefix("\(name)/") }
            } ?? plain)
    }

    /// Leaves a name to somebody else.
    package mutating func skip(_ name: BranchName) {
        taken.insert(name.description)
    }

    /// Letters and digits in lower case, with a hyphen for all between them.
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
