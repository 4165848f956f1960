import Domain
import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

extension Call {
    func client(trusting proxies: [AddressRange]) -> ClientAddress {
        ClientAddress(channel: context.channel, headers: request.headers, trustedProxies: proxies)
    }

    /// - Parameter proxies: the proxies that are trusted to name the client.
    func visitor(trusting proxies: [AddressRange]) -> Visitor {
        func token(_ kind: TokenKind, _ cookie: String) -> SecretToken? {
            request.cookie(cookie).flatMap { SecretToken(kind, presented: $0) }
        }
        let channel = context.channel
        return Visitor(
            network: client(trusting: proxies).network, device: token(.knownBrowser, KnownBrowser.cookieName),
            session: token(.browserSession, Authenticator.cookieName),
            deviceName: request.headers[.userAgent].map { DeviceName.name(of: $0) },
            isBrowser: request.headers[.fetchSite] != nil || request.cookie(KnownBrowser.cookieName) != nil
        ) {
            await channel.isClosedByClient()
        }
    }
}

extension Channel {
    /// Whether the other end has closed the connection. The framework keeps a connection that is closed for sending only,
    /// so that the system is asked.
    fileprivate func isClosedByClient() async -> Bool {
        guard let options = self as? any SocketOptionProvider else { return false }
        guard isActive else { return true }
        let established = 1
        guard let info = try? await options.getTCPInfo().get() else { return false }
        return Int(info.tcpi_state) != established
    }
}
