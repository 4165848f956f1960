import Domain

/// The ways in which somebody may write a repository: `owner/name`, `host/owner/name`, an address for browsers or one
/// for SSH.
enum RepositoryText {
    /// - Parameter hosts: those that are allowed; `owner/name` means the first of them, and `github.com` before others.
    /// - Returns: the address, or the text as it is when it is none of these.
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
            // What follows the name is a place within the repository, such as `/tree/main`.
            return "https://\(parts.prefix(3).joined(separator: "/"))"
        case 3 where !text.contains("://"):
            return "https://\(parts.joined(separator: "/"))"
        default:
            return text.trimmed
        }
    }
}

extension SubmittedForm {
    /// The form with a whole address in a field in which somebody wrote a repository.
    func readingRepository(on hosts: Set<String>) -> SubmittedForm {
        guard !self["repoUrl"].isBlank else { return self }
        return with("repoUrl", RepositoryText.address(of: self["repoUrl"], on: hosts))
    }
}
