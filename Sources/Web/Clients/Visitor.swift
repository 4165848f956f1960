import Domain
import Glibc
import Hummingbird
import NIOCore

/// Where a request comes from that is about to prove who makes it, and what the browser has of earlier times.
struct Visitor: Sendable {
    let network: ClientAddress
    /// What proves that the browser has signed in before.
    let device: SecretToken?
    /// The cookie of the browser's present session, which signing in replaces.
    let session: SecretToken?
    /// The browser and its system, such as "Firefox on Linux", if it says so.
    var deviceName: String?
    /// Whether it says that it is a browser, as all current ones do. To a program that signs in nothing is told but its
    /// session: one `Set-Cookie`, as documented.
    var isBrowser = true
    /// Whether the client has closed the connection, so that nobody reads the answer.
    let isGone: @Sendable () async -> Bool
}

extension Call {
    /// - Parameter proxies: those that are trusted to say whom they ask for.
    func visitor(trusting proxies: [AddressRange]) -> Visitor {
        func token(_ kind: TokenKind, _ cookie: String) -> SecretToken? {
            request.cookies[cookie].flatMap { SecretToken(kind, presented: $0.value) }
        }
        let channel = context.channel
        return Visitor(
            network: client(trusting: proxies).network, device: token(.knownBrowser, KnownBrowser.cookieName),
            session: token(.browserSession, Authenticator.cookieName),
            deviceName: request.headers[.userAgent].map { DeviceName.name(of: $0) },
            isBrowser: request.headers[.fetchSite] != nil || request.cookies[KnownBrowser.cookieName] != nil
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
