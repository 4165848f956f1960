package import Domain

/// The base URL of GitHub's REST API, on github.com or a GitHub Enterprise server.
package struct GitHubAPIURL: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    private static let loopback: Set<Substring> = ["127.0.0.1", "localhost", "[::1]"]

    /// - Throws: `InvalidValue` for anything but https, or http on this machine, because every request contains the
    ///   token.
    package init(_ text: String) throws(InvalidValue) {
        let address = text.hasSuffix("/") ? text.dropLast() : Substring(text)
        let isSecure = address.hasPrefix("https://")
        let authority = address.dropFirst(isSecure ? 8 : 7).prefix { $0 != "/" }
        let host =
            authority.hasPrefix("[")
            ? authority.firstIndex(of: "]").map { authority[...$0] } ?? "" : authority.prefix { $0 != ":" }
        guard isSecure || address.hasPrefix("http://") && Self.loopback.contains(host), !host.isEmpty,
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !address.contains(where: { "?#@\"\\".contains($0) })
        else { throw InvalidValue("must be an https address such as https://github.example.com/api/v3") }
        description = String(address)
    }

    private init(unchecked text: String) {
        description = text
    }

    /// The default API URL of a host.
    package static func standard(for webHost: String) -> GitHubAPIURL {
        GitHubAPIURL(
            unchecked: webHost == "github.com" ? "https://api.github.com" : "https://\(webHost)/api/v3")
    }
}
