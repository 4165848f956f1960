import Domain
import HTTPTypes
import Hummingbird
import Storage

/// A browser that was just signed in, with the secrets for its cookies.
struct SignedIn: Sendable {
    let browser: BrowserSession
    let token: SecretToken
    /// The secret that makes a new browser known to the account; `nil` for a known browser and for programs.
    let device: SecretToken?
}

extension Services {
    /// Records the browser as known to the account, and ends its previous session.
    ///
    /// - Parameter isKnown: whether it is already known.
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

    /// The session of the cookie that the visitor's browser sent.
    private func session(of visitor: Visitor, at time: Timestamp) async throws -> BrowserSessionID? {
        guard let token = visitor.session,
            let (session, digest) = try await store.browserSessions.find(token.browserSessionID, at: time),
            digest.matches(token.digest)
        else { return nil }
        return session.id
    }

    /// A response with the signed-in person and the cookies.
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

    /// Deletes the session's cookie. The browser stays known.
    var noCookie: Cookie {
        cookie(Authenticator.cookieName, "", lifetime: .zero)
    }

    /// A cookie for all paths that scripts can't read; without a lifetime, it deletes an earlier one.
    func cookie(_ name: String, _ value: String, lifetime: Duration) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: Int(lifetime.components.seconds), path: "/",
            secure: configuration.isSecure, httpOnly: true, sameSite: .lax)
    }
}
