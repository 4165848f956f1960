/// A host that agents may reach, as people list it: `example.com`, `*.example.com`, `example.com:8443`, `192.0.2.1`.
package struct AllowedHost: Hashable, Sendable, CustomStringConvertible {
    package static let maximumCount = 200

    /// The ports of a host that is listed without one: those of https and http.
    package static let defaultPorts = [443, 80]

    private let host: NetworkHost
    /// Whether it stands for all names below its own, which is not one of them.
    private let isWildcard: Bool
    /// `nil` for the default ones.
    package let port: Int?

    /// - Throws: `InvalidValue` for what is no host, a wildcard elsewhere than in front, and one for a whole registry such
    ///   as `*.com` or `*.co.uk`.
    package init(_ text: String) throws(InvalidValue) {
        guard !text.contains("/") else { throw InvalidValue("must be a host alone, without https:// and a path") }
        let (hostText, port) = try NetworkDestination.split(text)
        self.port = port
        isWildcard = hostText.hasPrefix("*.")
        host = try NetworkHost(isWildcard ? hostText.dropFirst(2) : hostText)
        guard isWildcard else { return }
        guard case .name(let name) = host, !Self.isRegistry(name) else {
            throw InvalidValue("must have a name of somebody's own after *., as in *.example.com, not `\(text)`")
        }
    }

    init(_ host: NetworkHost, port: Int?) {
        self.host = host
        self.port = port
        isWildcard = false
    }

    /// What one refused destination takes to be let through.
    package init(_ destination: NetworkDestination) {
        self.init(
            destination.host, port: Self.defaultPorts.contains(destination.port) ? nil : destination.port)
    }

    package var description: String {
        "\(isWildcard ? "*." : "")\(host)\(port.map { ":\($0)" } ?? "")"
    }

    /// The address, where it is one.
    package var address: IPAddress? {
        guard case .address(let address) = host else { return nil }
        return address
    }

    /// What it is where it names a port of this machine's own loopback interface.
    package var loopbackService: NetworkDestination? {
        guard let port, !isWildcard, ["localhost", "127.0.0.1"].contains("\(host)") else { return nil }
        return NetworkDestination(host: host, port: port)
    }

    package func contains(_ destination: NetworkDestination) -> Bool {
        guard port.map({ $0 == destination.port }) ?? Self.defaultPorts.contains(destination.port) else { return false }
        guard isWildcard else { return host == destination.host }
        guard case .name(let name) = destination.host else { return false }
        return name.hasSuffix(".\(host)")
    }

    /// Whether anybody can have a name right below it: a top-level domain, or a country's registry such as `co.uk`.
    private static func isRegistry(_ name: String) -> Bool {
        let labels = name.split(separator: ".")
        guard labels.count == 2, let last = labels.last else { return labels.count < 2 }
        return last.utf8.count == 2 && ["ac", "co", "com", "edu", "gov", "net", "org"].contains(labels[0])
    }
}

extension [AllowedHost] {
    /// Reads what people listed, each once.
    ///
    /// - Throws: `InvalidValue` that names the wrong one, for more than 200, and for addresses that are only the operator's
    ///   to list.
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
                    "has \(host), which is no public address: that only the operator of the server may allow")
            }
            if !hosts.contains(host) { hosts.append(host) }
        }
        guard hosts.count <= AllowedHost.maximumCount else {
            throw InvalidValue("must have at most \(AllowedHost.maximumCount) hosts")
        }
        self = hosts
    }
}
