/// The host and port that a program wants to connect to.
package struct NetworkDestination: Hashable, Sendable, CustomStringConvertible {
    package let host: NetworkHost
    package let port: Int

    package init(host: NetworkHost, port: Int) {
        self.host = host
        self.port = port
    }

    /// - Parameters:
    ///   - authority: `example.com:443`, `[2001:db8::1]:80`, or without a port.
    ///   - defaultPort: of an authority without one; `nil` where it must have one.
    /// - Throws: `InvalidValue` if it doesn't name a valid host and port.
    package init(authority: some StringProtocol, defaultPort: Int? = nil) throws(InvalidValue) {
        let (host, port) = try Self.split(authority)
        guard let port = port ?? defaultPort else { throw InvalidValue("must have a port") }
        self.init(host: try NetworkHost(host), port: port)
    }

    package var description: String { "\(host):\(port)" }

    /// The host, and the port after it, if there is one.
    static func split<Text: StringProtocol>(
        _ authority: Text
    ) throws(InvalidValue) -> (host: Text.SubSequence, port: Int?) {
        // Colons before a closing bracket, and those of an address without brackets, are not followed by a port.
        let colon = authority.lastIndex(of: ":").flatMap { colon in
            let isAddressAlone = authority[..<colon].contains(":") && authority[..<colon].last != "]"
            return authority[colon...].contains("]") || isAddressAlone ? nil : colon
        }
        guard let colon else { return (authority[...], nil) }
        let digits = authority[authority.index(after: colon)...]
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit), let port = Int(digits),
            (1...65_535).contains(port)
        else { throw InvalidValue("must have a port from 1 to 65535 after the colon") }
        return (authority[..<colon], port)
    }
}
