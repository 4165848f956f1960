/// An entry of a list of hosts that agents may reach: `example.com`, `*.example.com`, `example.com:8443`, `192.0.2.1`.
package struct AllowedHost: Hashable, Sendable, CustomStringConvertible {
    package static let maximumCount = 200

    /// The ports allowed for an entry without one: those of https and http.
    package static let defaultPorts = [443, 80]

    private let host: NetworkHost
    /// Whether it matches all names below `host`, but not `host` itself.
    private let isWildcard: Bool
    /// `nil` for `defaultPorts`.
    package let port: Int?

    /// - Throws: `InvalidValue` if it is not a host, has a wildcard anywhere but at the beginning, or is a wildcard for
    ///   a whole registry such as `*.com` or `*.co.uk`.
    package init(_ text: String) throws(InvalidValue) {
        guard !text.contains("/") else { throw InvalidValue("must be only a host, without https:// and a path") }
        let (hostText, port) = try NetworkDestination.split(text)
        self.port = port
        isWildcard = hostText.hasPrefix("*.")
        host = try NetworkHost(isWildcard ? hostText.dropFirst(2) : hostText)
        guard isWildcard else { return }
        guard case .name(let name) = host, !Self.isRegistry(name) else {
            throw InvalidValue("must have a registered domain after *., such as *.example.com, not `\(text)`")
        }
    }

    init(_ host: NetworkHost, port: Int?) {
        self.host = host
        self.port = port
        isWildcard = false
    }

    /// The entry that allows one refused destination.
    package init(_ destination: NetworkDestination) {
        self.init(
            destination.host, port: Self.defaultPorts.contains(destination.port) ? nil : destination.port)
    }

    package var description: String {
        "\(isWildcard ? "*." : "")\(host)\(port.map { ":\($0)" } ?? "")"
    }

    /// The address, if the entry is one rather than a name.
    package var address: IPAddress? {
        guard case .address(let address) = host else { return nil }
        return address
    }

    /// The destination, if the entry names a port of this machine's loopback interface; otherwise `nil`.
    package var loopbackService: NetworkDestination? {
        guard let port, !isWildcard, ["localhost", "127.0.0.1"].contains("\(host)") else { return nil }
        return NetworkDestination(host: host, port: port)
    }

    /// Whether the entry allows the destination, by host and port.
    package func contains(_ destination: NetworkDestination) -> Bool {
        guard port.map({ $0 == destination.port }) ?? Self.defaultPorts.contains(destination.port) else { return false }
        guard isWildcard else { return host == destination.host }
        guard case .name(let name) = destination.host else { return false }
        return name.hasSuffix(".\(host)")
    }

    /// Whether anybody can register a name directly below it: a top-level domain, or a country's registry such as
    /// `co.uk`.
    private static func isRegistry(_ name: String) -> Bool {
        let labels = name.split(separator: ".")
        guard labels.count == 2, let last = labels.last else { return labels.count < 2 }
        return last.utf8.count == 2 && ["ac", "co", "com", "edu", "gov", "net", "org"].contains(labels[0])
    }
}

extension [AllowedHost] {
    /// Parses a list from a person; duplicates are dropped.
    ///
    /// - Throws: `InvalidValue` that names the invalid entry, for more than 200 hosts, and for addresses that aren't
    ///   public, which only the operator may list.
    package init(listed texts: [String]) throws(InvalidValue) {
        var hosts: [AllowedHost] = []
        for text in texts {
            let host: AllowedHost
            do throws(InvalidValue) {
                host = try AllowedHost(text)
            } catch {
                throw InvalidValue("has `\(text.prefix(100))`, which \(error.detail)")
            }
            guard host.address?.isPublic != false else {
                throw InvalidValue(
                    "has \(host), which isn't a public address; only the server's operator can allow it")
            }
            if !hosts.contains(host) { hosts.append(host) }
        }
        guard hosts.count <= AllowedHost.maximumCount else {
            throw InvalidValue("must have at most \(AllowedHost.maximumCount) hosts")
        }
        self = hosts
    }
}
