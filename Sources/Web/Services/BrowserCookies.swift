import Domain
import Hummingbird

/// The cookies that browsers get.
struct BrowserCookies: Sendable {
    /// How long a browser keeps the cookie of its session, which the server may end before.
    let sessionLifetime: Duration

    /// Put before a cookie's name under https. Browsers accept such a name only from this host itself, over https (RFC
    /// 6265bis), so that no other host of the domain can replace the cookie.
    static let securePrefix = "__Host-"

    /// The response with the cookies of a browser that was just signed in.
    func signIn(_ signedIn: SignedIn, _ response: Response) -> Response {
        var response = renew(signedIn.token, response)
        if let device = signedIn.device {
            response.setCookie(cookie(KnownBrowser.cookieName, device.text, lifetime: KnownBrowser.lifetime))
        }
        return response
    }

    /// The response with the new token of a browser that stays signed in.
    func renew(_ token: SecretToken, _ response: Response) -> Response {
        var response = response
        response.setCookie(cookie(Authenticator.cookieName, token.text, lifetime: sessionLifetime))
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
        let isSecure = ClientConnection.isSecure
        return Cookie(
            name: isSecure ? Self.securePrefix + name : name, value: value,
            maxAge: Int(lifetime.components.seconds), path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension Request {
    /// The value of one of this server's cookies. The one with the prefix counts if there are two, since only this host
    /// can have set it.
    func cookie(_ name: String) -> String? {
        let cookies = cookies
        return (cookies[BrowserCookies.securePrefix + name] ?? cookies[name])?.value
    }
}
