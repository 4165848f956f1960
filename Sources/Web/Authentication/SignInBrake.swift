import Domain
import Storage

/// The limits of failed attempts to sign in, to enter a code, to change a password and to open a link.
package struct SignInRates: Sendable {
    /// For one account, from one network.
    package var account = Rate(10, per: .seconds(300))
    /// For all accounts, from one network, which may be a whole office.
    package var network = Rate(60, per: .seconds(600))
    /// From all unknown browsers together.
    package var overall = Rate(1000, per: .seconds(600))
    /// For one browser that is known to the account.
    package var knownBrowser = Rate(10, per: .seconds(300))
    /// For the codes of one account, whatever the network: from browsers that are known to it, and from all others.
    package var code = Rate(10, per: .seconds(3600))
    /// For the current password, in one signed-in browser.
    package var passwordChange = Rate(10, per: .seconds(600))
    /// For the tokens of invitations and of the set-up link, from one network.
    package var link = Rate(60, per: .seconds(600))

    package init() {}
}

/// Slows down guessing: every attempt is charged, and a successful one is refunded.
///
/// It is checked before anything is looked up or hashed and doesn't know which accounts exist, so that attempts on
/// existing and missing accounts are refused alike.
package final class SignInBrake: Sendable {
    private struct Target: Hashable {
        let email: EmailAddress
        let network: ClientAddress
    }

    private enum All: Hashable { case all }

    private struct CodeTarget: Hashable {
        let user: UserID
        let isKnownBrowser: Bool
    }

    private let accounts: RateLimiter<Target>
    private let networks: RateLimiter<ClientAddress>
    private let overall: RateLimiter<All>
    private let knownBrowsers: RateLimiter<KnownBrowserID>
    private let codes: RateLimiter<CodeTarget>
    private let passwordChanges: RateLimiter<BrowserSessionID>
    private let links: RateLimiter<ClientAddress>

    package init(_ rates: SignInRates = SignInRates()) {
        accounts = RateLimiter(rates.account)
        networks = RateLimiter(rates.network)
        overall = RateLimiter(rates.overall)
        knownBrowsers = RateLimiter(rates.knownBrowser)
        codes = RateLimiter(rates.code)
        passwordChanges = RateLimiter(rates.passwordChange)
        links = RateLimiter(rates.link)
    }

    /// - Throws: `DomainError.tooOften`.
    func signIn(to email: EmailAddress, from network: ClientAddress, at time: Timestamp) throws -> Charge {
        try Charge(
            .init(accounts, Target(email: email, network: network)), .init(networks, network), .init(overall, .all),
            of: "attempts", at: time)
    }

    /// - Throws: `DomainError.tooOften` when the browser has failed too often to count as known any longer.
    func signIn(inKnown browser: KnownBrowserID, at time: Timestamp) throws -> Charge {
        try Charge(.init(knownBrowsers, browser), of: "attempts", at: time)
    }

    /// Codes are short, and each attempt with a new password entry could be made from another network.
    ///
    /// - Throws: `DomainError.tooOften`.
    func code(of user: UserID, inKnownBrowser isKnown: Bool, at time: Timestamp) throws -> Charge {
        try Charge(.init(codes, CodeTarget(user: user, isKnownBrowser: isKnown)), of: "codes", at: time)
    }

    /// - Throws: `DomainError.tooOften`.
    func changePassword(in browser: BrowserSessionID, at time: Timestamp) throws -> Charge {
        try Charge(.init(passwordChanges, browser), of: "attempts", at: time)
    }

    /// - Throws: `DomainError.tooOften`.
    func openLink(from network: ClientAddress, at time: Timestamp) throws -> Charge {
        try Charge(.init(links, network), of: "attempts", at: time)
    }
}

extension Charge {
    /// Runs the action. It is charged unless it succeeds or is refused because the server is busy with other requests.
    func trying<Value>(clock: Clock, _ action: () async throws -> Value) async throws -> Value {
        do {
            let value = try await action()
            refund(at: clock.now())
            return value
        } catch let error as DomainError where [.tooOften, .unavailable].contains(error.code) {
            refund(at: clock.now())
            throw error
        }
    }
}
