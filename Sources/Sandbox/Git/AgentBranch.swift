import Domain

/// The names that a session's working branch may get.
enum AgentBranch {
    private static let prefix = "agent/"
    private static let longestSlug = 50

    /// `agent/add-input-validation`, from a session's title; numbered from 2 when the name is taken.
    static func name(for title: String, taken: Set<String>) -> BranchName {
        let slug = slug(of: title)
        let plain = prefix + slug
        let names = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? plain : "\(plain)-\($0)" }
        return BranchName(unchecked: names.first { !taken.contains($0) } ?? plain)
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
