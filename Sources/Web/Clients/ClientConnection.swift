import Domain
import HTTPTypes

/// The connection from the current request's client: to this server, or to a proxy in front of it.
enum ClientConnection {
    /// Whether it is encrypted (https).
    @TaskLocal static var isSecure = false

    /// Whether a trusted proxy says that the client uses https. With several proxies, the first entry of
    /// `X-Forwarded-Proto` is the client's.
    static func isSecure(toProxy remote: IPAddress?, headers: HTTPFields, trustedProxies: [AddressRange]) -> Bool {
        guard let remote, trustedProxies.include(remote) else { return false }
        return headers[.forwardedProto]?.prefix { $0 != "," }.lowercased() == "https"
    }
}
