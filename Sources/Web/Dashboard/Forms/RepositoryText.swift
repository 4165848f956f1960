import Domain

/// Accepts the common ways to write a repository: `owner/name`, `host/owner/name`, and an address for browsers or for
/// SSH.
enum RepositoryText {
    /// - Parameter hosts: the allowed hosts. `owner/name` is on `github.com` if that is allowed, otherwise on the first
    ///   one.
    /// - Returns: the repository's address, or the unchanged text if it is in none of these forms.
    static func address(of text: String, on hosts: Set<String>) -> String {
        var path = text.trimmed[...]
        for prefix in ["https://", "http://", "ssh://git@", "git@"] where path.lowercased().hasPrefix(prefix) {
            path = path.dropFirst(prefix.count)
            if prefix == "git@" { path = path.replacing(":", with: "/", maxReplacements: 1)[...] }
            break
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        switch parts.count {
        case 2 where !text.contains("://") && !text.contains("@"):
            let host = hosts.contains("github.com") ? "github.com" : hosts.min() ?? "github.com"
            return "https://\(host)/\(parts.joined(separator: "/"))"
        case 3... where hosts.contains(parts[0].lowercased()):
            // The rest is a path within the repository, such as `/tree/main`.
            return "https://\(parts.prefix(3).joined(separator: "/"))"
        case 3 where !text.contains("://"):
            return "https://\(parts.joined(separator: "/"))"
        default:
            return text.trimmed
        }
    }
}

extension SubmittedForm {
    /// The form with the repository field replaced by the repository's full address.
    func readingRepository(on hosts: Set<String>) -> SubmittedForm {
        guard !self["repoUrl"].isBlank else { return self }
        return with("repoUrl", RepositoryText.address(of: self["repoUrl"], on: hosts))
    }
}
