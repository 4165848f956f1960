import Domain
import HTTPTypes
import Hummingbird
import Storage

/// A browser that was just signed in, with the secrets for its cookies.
struct SignedIn: Sendable {
    let browser: BrowserSession
    let token: SecretToken
    /// For a browser that wasn't known to the account; programs get none.
    let device: SecretToken?
}

extension Services {
    /// Notes the browser as one that is known to the account, and ends the session that it had before.
    ///
    /// - Parameter isKnown: whether it is known already.
    func welcome(
        _ visitor: Visitor, as browser: BrowserSession, with token: SecretToken, isKnown: Bool = false
    ) async throws -> SignedIn {
        let now = clock.now()
        let device = isKnown || !visitor.isBrowser ? nil : SecretToken(.knownBrowser)
        try await store.knownBrowsers.welcome(
            device.map { NewKnownBrowser(id: $0.knownBrowserID, digest: $0.digest) }, of: browser.user.id,
            endingSession: try await session(of: visitor, at: now), at: now)
        return SignedIn(browser: browser, token: token, device: device)
    }

    /// The session that the visitor's browser has proven to have.
    private func session(of visitor: Visitor, at time: Timestamp) async throws -> BrowserSessionID? {
        guard let token = visitor.session,
            let (session, digest) = try await store.browserSessions.find(token.browserSessionID, at: time),
            digest.matches(token.digest)
        else { return nil }
        return session.id
    }

    /// Tells who is signed in, and sets the cookies.
    func answer(_ signedIn: SignedIn, status: HTTPResponse.Status = .ok) -> Response {
        let browser = signedIn.browser
        var response = Response.json(status) { $0.identityFields(browser.user, browser.memberships) }
        setCookies(of: signedIn, in: &response)
        return response
    }

    func setCookies(of signedIn: SignedIn, in response: inout Response) {
        response.setCookie(
            cookie(Authenticator.cookieName, signedIn.token.text, lifetime: BrowserSession.lifetime))
        guard let device = signedIn.device else { return }
        response.setCookie(cookie(KnownBrowser.cookieName, device.text, lifetime: KnownBrowser.lifetime))
    }

    /// Takes the session's cookie from a browser that signs out. It stays known.
    var noCookie: Cookie {
        cookie(Authenticator.cookieName, "", lifetime: .zero)
    }

    /// A cookie for all pages that no script reads; one without a lifetime takes an earlier one away.
    func cookie(_ name: String, _ value: String, lifetime: Duration) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: Int(lifetime.components.seconds), path: "/",
            secure: configuration.isSecure, httpOnly: true, sameSite: .lax)
    }
}
