import Crypto
package import Domain
import HTTPTypes
import Hummingbird
import Logging
import Storage

/// Finds out who is asking, from an API key or the cookie of a browser that signed in.
struct Authenticator: Sendable {
    /// The documented name. Under https, browsers get it with a prefix: see `BrowserCookies`.
    static let cookieName = "__session"

    let store: DataStore
    let clock: Clock
    let sameOrigin: SameOriginRule
    let refusals: RefusalLog
    let cookies: BrowserCookies
    /// Whether people are let in who must set up a second factor first, as on the page for that.
    var admitsWithoutSecondFactor = false

    /// The key decides when both are sent.
    ///
    /// - Throws: `DomainError.unauthenticated` for neither, and for one that is malformed, unknown, revoked or expired;
    ///   `.forbidden` for an unsafe request with a cookie that doesn't come from our own pages, and for a person who must
    ///   set up a second factor first.
    func caller(of request: Request, logger: Logger) async throws -> Caller {
        if let key = Self.presentedKey(in: request) {
            return .apiKey(try await apiKey(key, logger: logger))
        }
        let browser = try await browser(of: request, logger: logger)
        guard admitsWithoutSecondFactor || !browser.lacksSecondFactor else { throw DomainError.secondFactorNeeded }
        return .browser(browser)
    }

    /// The signed-in browser of a request that anybody may make; `nil` for an expired cookie and for a program.
    func personIfSignedIn(of request: Request, logger: Logger) async throws -> BrowserSession? {
        do {
            return try await caller(of: request, logger: logger).person
        } catch let error as DomainError where [.unauthenticated, .forbidden].contains(error.code) {
            return nil
        }
    }

    private static func presentedKey(in request: Request) -> String? {
        request.headers[.apiKey] ?? bearerToken(in: request)
    }

    /// The token of `Authorization: Bearer`; `nil` for another scheme.
    static func bearerToken(in request: Request) -> String? {
        guard let authorization = request.headers[.authorization] else { return nil }
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard let scheme = parts.first, scheme.lowercased() == "bearer" else { return nil }
        return parts.count == 2 ? String(parts[1]) : ""
    }

    private func apiKey(_ presented: String, logger: Logger) async throws -> APIKey {
        guard let token = SecretToken(.apiKey, presented: presented) else { throw DomainError.unusableKey }
        let now = clock.now()
        guard let (key, digest) = try await store.apiKeys.find(token.apiKeyID), digest.matches(token.digest),
            key.isValid(at: now)
        else { throw DomainError.unusableKey }
        if Self.isUseDue(at: now, after: key.lastUsedAt) {
            await attempting("the use of an API key could not be recorded", logger) {
                try await store.apiKeys.recordUse(of: key.id, at: now)
            }
        }
        return key
    }

    /// Whether a program's use is to be recorded, which happens once a minute.
    static func isUseDue(at time: Timestamp, after lastUse: Timestamp?) -> Bool {
        lastUse.map { time >= $0 + .seconds(60) } ?? true
    }

    private func browser(of request: Request, logger: Logger) async throws -> BrowserSession {
        let browser = try await visitor(of: request)
        try sameOrigin.check(request)
        let now = clock.now()
        if now >= browser.lastUsedAt + BrowserSession.recordingInterval {
            await attempting("the use of a browser could not be recorded", logger) {
                try await store.browserSessions.recordUse(of: browser.id, at: now)
            }
        }
        return browser
    }

    /// Does work without which the request goes on: a failure is only logged.
    func attempting(_ failure: Logger.Message, _ logger: Logger, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            logger.error(failure, metadata: ["error": "\(error)"])
        }
    }

    /// The signed-in browser of a request that isn't obeyed, but only answered: it may come from another site's page.
    ///
    /// - Throws: `DomainError.unauthenticated`.
    func visitor(of request: Request) async throws -> BrowserSession {
        guard let cookie = request.cookie(Self.cookieName) else {
            throw DomainError.noCredentials
        }
        guard let token = SecretToken(.browserSession, presented: cookie),
            let browser = try await store.browserSessions.find(
                token.browserSessionID, presenting: token.digest, at: clock.now())
        else { throw DomainError.signedOut }
        return browser
    }

    /// The response with a new cookie, if the browser's token has to be renewed. If that fails, it is done at the next
    /// response.
    func renewing(_ caller: Caller, _ response: Response, logger: Logger) async -> Response {
        guard case .browser(let browser) = caller, browser.isRenewalDue else { return response }
        let token = SecretToken(renewing: browser.id)
        do {
            guard try await store.browserSessions.renew(browser.id, with: token.digest, at: clock.now()) else {
                return response
            }
        } catch {
            logger.error("a browser's token could not be renewed", metadata: ["error": "\(error)"])
            return response
        }
        return cookies.renew(token, response)
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
    package var runnerTokenID: RunnerTokenID { RunnerTokenID(rawValue: "runner_\(publicID)") }
    package var invitationID: InvitationID { InvitationID(rawValue: "inv_\(publicID)") }

    /// A token with a new secret for the same browser session.
    package init(renewing browser: BrowserSessionID) {
        self.init(.browserSession, renewing: String(browser.rawValue.dropFirst("bs_".count)))
    }

    /// - Parameter device: the browser and its system, as `DeviceName` says them.
    package func newBrowserSession(on device: String? = nil) -> NewBrowserSession {
        NewBrowserSession(id: browserSessionID, digest: digest, device: device)
    }
}
