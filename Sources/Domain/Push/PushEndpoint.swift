/// The URL at which a push service accepts messages for one browser (RFC 8030, 4). Anyone who has it may try to send
/// messages, so that it is shown only to the browser's user.
package struct PushEndpoint: Hashable, Sendable, CustomStringConvertible {
    package static let maximumLength = 2048

    /// The whole URL, with the host in lower case.
    package let description: String
    package let destination: NetworkDestination
    /// Scheme, host and, unless it is the default, port: the audience of a token for the push service (RFC 6454, 6.2).
    package let origin: String

    /// - Parameter services: the operator's own push services, which may also have an IP address as host, or use http.
    /// - Throws: `InvalidValue` unless it is an `https:` URL whose host is a name.
    package init(_ text: String, allowing services: [AllowedHost] = []) throws(InvalidValue) {
        try self.init(reading: text)
        guard !services.contains(where: { $0.contains(destination) }) else { return }
        guard description.hasPrefix("https:") else { throw InvalidValue("must start with https://") }
        guard case .name = destination.host else { throw InvalidValue("must have a host name, not an IP address") }
    }

    /// For a URL that was checked before, such as one from the database: its service need not be allowed any more.
    package init(reading text: String) throws(InvalidValue) {
        guard text.utf8.count <= Self.maximumLength else {
            throw InvalidValue("must have at most \(Self.maximumLength) characters")
        }
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !Self.forbidden.contains($0) }
        let lowercased = text.prefix(8).lowercased()
        guard isPlain, let scheme = ["https", "http"].first(where: { lowercased.hasPrefix("\($0)://") }) else {
            throw InvalidValue("must be an https:// address")
        }
        let rest = text.dropFirst(scheme.utf8.count + 3)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw InvalidValue("must not have a user name") }
        let ownPort = scheme == "https" ? 443 : 80
        destination = try NetworkDestination(authority: authority, defaultPort: ownPort)
        let port = destination.port == ownPort ? "" : ":\(destination.port)"
        origin = "\(scheme)://\(destination.host)\(port)"
        let path = rest[authority.endIndex...]
        description = origin + (path.hasPrefix("/") ? "" : "/") + path
    }

    /// Characters that a URL doesn't contain unescaped, and `#`, since a fragment is never sent.
    private static let forbidden = Array("\"<>\\^`{|}#".utf8)
}
