/// The URL of a repository that may be cloned: `https://HOST/OWNER/NAME` and nothing else, so that it can't contain a
/// credential, an option, a local path or an internal address.
package struct RepositoryURL: Hashable, Sendable, CustomStringConvertible {
    package static let defaultHosts: Set<String> = ["github.com"]

    package let host: String
    package let owner: String
    package let name: String

    /// - Parameter allowedHosts: the hosts that the operator allows, in lower case, with `:port` if it isn't 443.
    /// - Throws: `InvalidValue` for any other form or host.
    package init(_ text: String, allowedHosts: Set<String> = defaultHosts) throws(InvalidValue) {
        let scheme = "https://"
        guard text.utf8.count <= 500, text.lowercased().hasPrefix(scheme) else { throw Self.malformed }
        var path = text.dropFirst(scheme.count)
        if path.hasSuffix("/") { path = path.dropLast() }
        if path.hasSuffix(".git") { path = path.dropLast(4) }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isName(parts[1]), Self.isName(parts[2]), !parts[1].hasPrefix("."),
            parts[2] != ".", parts[2] != ".."
        else { throw Self.malformed }
        let host = parts[0].lowercased()
        guard allowedHosts.contains(host) else {
            throw InvalidValue("must be on \(allowedHosts.sorted().joined(separator: " or "))")
        }
        self.host = host
        owner = String(parts[1])
        name = String(parts[2])
    }

    /// For values from the database, which were checked before they were stored.
    package init(host: String, owner: String, name: String) {
        self.host = host
        self.owner = owner
        self.name = name
    }

    package var description: String { "https://\(host)/\(owner)/\(name)" }

    /// `owner/name`, as lists show it.
    package var fullName: String { "\(owner)/\(name)" }

    private static let malformed = InvalidValue("must be a repository's address such as https://github.com/owner/name")

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 100 && !text.hasPrefix("-")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
