import Domain

/// The names that a session's working branch may get.
enum AgentBranch {
    private static let longestSlug = 50

    /// `agent/add-input-validation`, from a session's title; numbered from 2 when the name is taken. Git has no branch
    /// beside one whose name is a directory of it: where `agent` is a branch, it is `agent-add-input-validation`.
    static func name(for title: String, taken: Set<String>) -> BranchName {
        let names = names(for: title)
        let plain = taken.contains("agent") ? names[1] : names[0]
        let numbered = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? plain : "\(plain)-\($0)" }
        return BranchName(
            unchecked: numbered.first { name in
                !taken.contains(name) && !taken.contains { $0.hasPrefix("\(name)/") }
            } ?? plain)
    }

    /// The names without a number.
    static func names(for title: String) -> [String] {
        ["agent/\(slug(of: title))", "agent-\(slug(of: title))"]
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
