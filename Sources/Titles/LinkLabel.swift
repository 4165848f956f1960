/// A short name for a link, which identifies it without the whole URL.
enum LinkLabel {
    private static let maximumLength = 40
    private static let schemes = ["https://", "http://", "ssh://", "git://", "ftp://", "file://"]
    private static let codeHosts: Set<Substring> = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]
    private static let starts = schemes + ["www.", "git@"] + codeHosts.map { $0 + "/" }
    private static let numberedThings: Set<Substring> = [
        "issues", "pull", "pulls", "pull-requests", "merge_requests", "discussions",
    ]

    /// Whether the bytes begin with a URL or a similar address.
    static func isLink(_ start: some Collection<UInt8>) -> Bool {
        guard let first = start.first, "hHsgfwbc".utf8.contains(first) else { return false }
        let lowercased = start.prefix(16).map { $0.isASCIIUppercase ? $0 | 0x20 : $0 }
        return starts.contains { lowercased.starts(with: $0.utf8) }
    }

    /// `owner/repo#123` for an issue or pull request, `owner/repo` for a repository, host and path for the rest.
    ///
    /// User names, passwords, long queries and fragments are left out: they add little and may be secret.
    static func label(for link: some StringProtocol) -> String {
        var parts = location(of: link).split(separator: "/")
        guard let host = parts.first else { return String(link) }
        guard codeHosts.contains(host), parts.count >= 3 else { return shortened(parts) }
        parts.removeFirst()
        if parts[1].hasSuffix(".git") { parts[1].removeLast(4) }
        let repository = "\(parts[0])/\(parts[1])"
        let rest = parts.dropFirst(2).drop { $0 == "-" }
        guard let thing = rest.first, let name = rest.dropFirst().first else { return repository }
        let path = rest.dropFirst(2)
        switch thing {
        case _ where numberedThings.contains(thing) && name.allSatisfy(\.isNumber):
            return "\(repository)#\(name)"
        case "commit", "commits":
            return "\(repository)@\(name.prefix(7))"
        case "blob", "tree", "src":
            return path.isEmpty ? "\(repository)@\(name)" : shortened([parts[0], parts[1]] + path)
        default:
            return shortened([parts[0], parts[1]] + rest)
        }
    }

    /// Host and path, from any of `https://user@host/path?query`, `www.host/path` and `git@host:path`.
    private static func location(of link: some StringProtocol) -> String {
        var rest = Substring(link)
        if let scheme = schemes.first(where: { rest.prefix($0.count).lowercased() == $0 }) {
            rest.removeFirst(scheme.count)
        } else if rest.hasPrefix("git@"), let colon = rest.firstIndex(of: ":") {
            rest = rest[..<colon] + "/" + rest[rest.index(after: colon)...]
        }
        rest = withoutQuery(rest.prefix { $0 != "#" })
        let authority = rest.prefix { $0 != "/" }
        if let at = authority.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasPrefix("www.") { rest.removeFirst(4) }
        return String(rest)
    }

    /// Removes the query, unless it is a single short parameter, which identifies a thing as in `watch?v=…`; others are
    /// noise or secrets.
    private static func withoutQuery(_ link: Substring) -> Substring {
        let address = link.prefix { $0 != "?" }
        let query = link[address.endIndex...]
        return query.count <= 20 && !query.contains("&") ? link : address
    }

    /// As many parts as fit into `maximumLength`.
    private static func shortened(_ parts: [Substring]) -> String {
        var label = parts.first.map(String.init) ?? ""
        for part in parts.dropFirst() {
            guard label.count + part.count < maximumLength else { break }
            label += "/" + part
        }
        return label
    }
}
