package import Domain
package import Storage
import Synchronization

/// Keeps everything but setting up shut until there is an organization, and knows the one link that makes it. A gate
/// that has opened stays open.
package final class SetUpGate: Sendable {
    package static let linkLifetime: Duration = .seconds(3600)

    private struct State {
        var isOpen = false
        var link: (digest: SecretDigest, expiresAt: Timestamp)?
        var whenOpened: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Whether there is an organization. Asks the database only until there is one.
    package func isOpen(asking accounts: AccountStore) async throws -> Bool {
        if state.withLock(\.isOpen) { return true }
        guard try await accounts.isSetUp() else { return false }
        open()
        return true
    }

    package func open() {
        let actions = state.withLock { state in
            state.isOpen = true
            state.link = nil
            defer { state.whenOpened = [] }
            return state.whenOpened
        }
        for action in actions { action() }
    }

    /// Does something when the gate opens, at once when it is open.
    package func whenOpened(_ action: @escaping @Sendable () -> Void) {
        let isOpen = state.withLock { state in
            if !state.isOpen { state.whenOpened.append(action) }
            return state.isOpen
        }
        if isOpen { action() }
    }

    /// The token of a new link, which takes the place of an earlier one.
    package func issueToken(at time: Timestamp) -> SecretToken {
        let token = SecretToken(.setUp)
        state.withLock { $0.link = (token.digest, time + Self.linkLifetime) }
        return token
    }

    /// - Throws: `DomainError.conflict` when it is open, `.notFound` unless it is the token of the link, and in time.
    func check(_ presented: String, at time: Timestamp) throws {
        let (isOpen, link) = state.withLock { ($0.isOpen, $0.link) }
        // Whoever was faster has taken the link.
        guard !isOpen else { throw DomainError.alreadySetUp }
        guard let token = SecretToken(.setUp, presented: presented), let link, link.digest.matches(token.digest),
            time < link.expiresAt
        else {
            throw DomainError.notFound(
                "The set-up link is mistyped or out of date. Restart the server to get a new one.")
        }
    }
}
