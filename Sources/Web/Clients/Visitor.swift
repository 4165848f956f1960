import Domain
import Glibc
import Hummingbird
import NIOCore

/// The origin of a request to sign in or to join, and the cookies of earlier visits in the browser.
struct Visitor: Sendable {
    let network: ClientAddress
    /// The secret that proves that the browser has signed in before.
    let device: SecretToken?
    /// The cookie of the browser's current session, which signing in replaces.
    let session: SecretToken?
    /// The browser and its system, such as "Firefox on Linux"; `nil` if it isn't known.
    var deviceName: String?
    /// Whether it identifies as a browser, as all current browsers do. A program that signs in gets only its session's
    /// cookie: one `Set-Cookie`, as documented.
    var isBrowser = true
    /// Whether the client has closed the connection, so that nobody would read the response.
    let isGone: @Sendable () async -> Bool
}

extension Call {
    /// - Parameter proxies: the proxies that are trusted to name the client.
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
