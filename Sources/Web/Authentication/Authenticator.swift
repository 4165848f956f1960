import Crypto
package import Domain
import HTTPTypes
import Hummingbird
import Logging
import Storage

/// Finds out who is asking, from an API key or the cookie of a browser that signed in.
struct Authenticator: Sendable {
    static let cookieName = "__session"

    let store: DataStore
    let clock: Clock
    let sameOrigin: SameOriginRule

    /// The key decides when both are sent.
    ///
    /// - Throws: `DomainError.unauthenticated` for neither, and for one that is malformed, unknown, revoked or expired;
    ///   `.forbidden` for an unsafe request with a cookie that doesn't come from our own pages.
    func caller(of request: Request, logger: Logger) async throws -> Caller {
        if let key = Self.presentedKey(in: request) {
            return .apiKey(try await apiKey(key, logger: logger))
        }
        return .browser(try await browser(of: request))
    }

    /// The signed-in browser of a request that only people may make.
    ///
    /// - Throws: as `caller(of:)`, and `DomainError.forbidden` for an API key.
    func person(of request: Request, logger: Logger) async throws -> BrowserSession {
        switch try await caller(of: request, logger: logger) {
        case .browser(let browser): return browser
        case .apiKey: throw DomainError.forbidden("API keys can't do this. Sign in and send the cookie.")
        }
    }

    private static func presentedKey(in request: Request) -> String? {
        if let key = request.headers[.apiKey] { return key }
        guard let authorization = request.headers[.authorization] else { return nil }
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard let scheme = parts.first, scheme.lowercased() == "bearer" else { return nil }
        return parts.count == 2 ? String(parts[1]) : ""
    }

    private func apiKey(_ presented: String, logger: Logger) async throws -> APIKey {
        let refusal = DomainError.unauthenticated("The API key is unknown, mistyped, expired or revoked.")
        guard let token = SecretToken(.apiKey, presented: presented) else { throw refusal }
        let now = clock.now()
        guard let (key, digest) = try await store.apiKeys.find(token.apiKeyID), digest.matches(token.digest),
            key.isValid(at: now)
        else { throw refusal }
        if key.lastUsedAt.map({ now >= $0 + .seconds(60) }) ?? true {
            do {
                try await store.apiKeys.recordUse(of: key.id, at: now)
            } catch {
                logger.error("the use of an API key could not be recorded", metadata: ["error": "\(error)"])
            }
        }
        return key
    }

    private func browser(of request: Request) async throws -> BrowserSession {
        let browser = try await visitor(of: request)
        try sameOrigin.check(request)
        return browser
    }

    /// The signed-in browser of a request that isn't obeyed, but only answered: it may come from another site's page.
    ///
    /// - Throws: `DomainError.unauthenticated`.
    func visitor(of request: Request) async throws -> BrowserSession {
        guard let cookie = request.cookies[Self.cookieName] else {
            throw DomainError.unauthenticated("Send an API key in `x-api-key`, or sign in.")
        }
        guard let token = SecretToken(.browserSession, presented: cookie.value),
            let (browser, digest) = try await store.browserSessions.find(token.browserSessionID, at: clock.now()),
            digest.matches(token.digest)
        else { throw DomainError.unauthenticated("You are not signed in, or your sign-in has expired. Sign in again.") }
        return browser
    }
}

extension SecretDigest {
    init(of text: String) {
        self.init(bytes: Array(SHA256.hash(data: Array(text.utf8))))
    }
}

extension SecretToken {
    package var digest: SecretDigest { SecretDigest(of: text) }
    package var apiKeyID: APIKeyID { APIKeyID(rawValue: "key_\(publicID)") }
    package var browserSessionID: BrowserSessionID { BrowserSessionID(rawValue: "bs_\(publicID)") }
    package var knownBrowserID: KnownBrowserID { KnownBrowserID(rawValue: "kb_\(publicID)") }
    package var invitationID: InvitationID { InvitationID(rawValue: "inv_\(publicID)") }

    /// - Parameter device: the browser and its system, as `DeviceName` says them.
    package func newBrowserSession(on device: String? = nil) -> NewBrowserSession {
        NewBrowserSession(id: browserSessionID, digest: digest, device: device)
    }
}

extension HTTPField.Name {
    static let apiKey = named("x-api-key")
    static let requestID = named("x-request-id")
    static let fetchSite = named("Sec-Fetch-Site")

    /// A name that is known to be one.
    static func named(_ name: StaticString) -> Self {
        guard let name = Self("\(name)") else { preconditionFailure("\(name) is no field name") }
        return name
    }
}
