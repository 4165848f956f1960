import Domain
import Hummingbird

/// The cookies that browsers get.
struct BrowserCookies: Sendable {
    /// Whether browsers may send them by https only.
    let isSecure: Bool

    /// The response with the cookies of a browser that was just signed in.
    func signIn(_ signedIn: SignedIn, _ response: Response) -> Response {
        var response = response
        response.setCookie(cookie(Authenticator.cookieName, signedIn.token.text, lifetime: BrowserSession.lifetime))
        if let device = signedIn.device {
            response.setCookie(cookie(KnownBrowser.cookieName, device.text, lifetime: KnownBrowser.lifetime))
        }
        return response
    }

    /// The response with the cookie for the second step of a sign-in.
    func secondStep(_ token: SecretToken, _ response: Response) -> Response {
        var response = response
        response.setCookie(cookie(PendingSignIns.cookieName, token.text, lifetime: PendingSignIns.lifetime))
        return response
    }

    /// The response with the cookies of a browser that was just signed in by its second step.
    func finishSignIn(_ signedIn: SignedIn, _ response: Response) -> Response {
        var response = signIn(signedIn, response)
        response.setCookie(cookie(PendingSignIns.cookieName, "", lifetime: .zero))
        return response
    }

    /// The response that removes the session's cookie from a browser. It stays known to the account.
    func signOut(_ response: Response) -> Response {
        var response = response
        response.setCookie(cookie(Authenticator.cookieName, "", lifetime: .zero))
        return response
    }

    /// A cookie for all pages that no script reads. A lifetime of zero removes an earlier one.
    func cookie(_ name: String, _ value: String, lifetime: Duration) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: Int(lifetime.components.seconds), path: "/", secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }
}
