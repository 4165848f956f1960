package import Domain
package import HTTPTypes
import Hummingbird
package import NIOCore

/// The address of the client that sent a request.
package struct ClientAddress: Hashable, Sendable {
    /// `nil` if the connection has no IP address, such as one over a Unix socket.
    package let address: IPAddress?

    package init(_ address: IPAddress?) {
        self.address = address
    }

    /// Finds the client of a request.
    ///
    /// The client is the other end of the connection. If that is a trusted proxy, it is the right-most entry of
    /// `X-Forwarded-For` that isn't itself a trusted proxy: each proxy appends the address from which it got the
    /// request, and anything to the left of an untrusted entry may be forged. An entry that isn't an address ends the
    /// search at the proxy that wrote it. `Forwarded` (RFC 7239) isn't read.
    package init(remote: IPAddress?, headers: HTTPFields, trustedProxies: [AddressRange]) {
        guard var client = remote, trustedProxies.include(client) else {
            address = remote
            return
        }
        for entry in headers.forwardedFor.reversed() {
            guard let previous = Self.address(ofEntry: entry) else { break }
            client = previous
            guard trustedProxies.include(client) else { break }
        }
        address = client
    }

    package init(channel: any Channel, headers: HTTPFields, trustedProxies: [AddressRange]) {
        self.init(
            remote: channel.remoteAddress?.internetAddress, headers: headers, trustedProxies: trustedProxies)
    }

    /// The network by which requests are counted: see `IPAddress.clientNetwork`.
    package var network: ClientAddress { ClientAddress(address?.clientNetwork) }

    /// The address of an entry such as `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
    private static func address(ofEntry entry: Substring) -> IPAddress? {
        let text = String(entry).trimmed
        if text.hasPrefix("[") {
            return IPAddress(text.dropFirst().prefix { $0 != "]" })
        }
        let hasPort = text.contains(".") && text.count(where: { $0 == ":" }) == 1
        return IPAddress(hasPort ? text.prefix { $0 != ":" } : text[...])
    }
}

extension HTTPFields {
    /// The entries of `X-Forwarded-For`, the client's first, as proxies wrote them.
    var forwardedFor: [Substring] {
        self[values: .forwardedFor].flatMap { $0.split(separator: ",") }
    }
}

extension SocketAddress {
    /// `nil` for an address without IP, such as a Unix socket's.
    package var internetAddress: IPAddress? { ipAddress.flatMap { IPAddress($0) } }
}
