package import Domain
package import Storage
import Synchronization

/// Blocks everything except set-up until there is an organization, and holds the one link with which it can be created.
/// Once open, the gate stays open.
package final class SetUpGate: Sendable {
    package static let linkLifetime: Duration = .seconds(3600)

    private struct State {
        var isOpen = false
        var link: (digest: SecretDigest, expiresAt: Timestamp)?
        var whenOpened: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Whether there is an organization. The database is asked only until there is one.
    package func isOpen(asking accounts: AccountStore) async throws -> Bool {
        if state.withLock(\.isOpen) { return true }
        guard try await accounts.isSetUp() else { return false }
        open()
        return true
    }

    /// Opens the gate for good, invalidates the link, and runs the actions that wait for it.
    package func open() {
        let actions = state.withLock { state in
            state.isOpen = true
            state.link = nil
            defer { state.whenOpened = [] }
            return state.whenOpened
        }
        for action in actions { action() }
    }

    /// Runs an action when the gate opens, or at once if it is open.
    package func whenOpened(_ action: @escaping @Sendable () -> Void) {
        let isOpen = state.withLock { state in
            if !state.isOpen { state.whenOpened.append(action) }
            return state.isOpen
        }
        if isOpen { action() }
    }

    /// The token of a new link, which replaces any earlier one and is valid for `linkLifetime`.
    package func issueToken(at time: Timestamp) -> SecretToken {
        let token = SecretToken(.setUp)
        state.withLock { $0.link = (token.digest, time + Self.linkLifetime) }
        return token
    }

    /// - Throws: `DomainError.conflict` when the gate is open, `.notFound` for a token other than the link's or an
    ///   expired one.
    func check(_ presented: String, at time: Timestamp) throws {
        let (isOpen, link) = state.withLock { ($0.isOpen, $0.link) }
        // Somebody else was faster and has used the link.
        guard !isOpen else { throw DomainError.alreadySetUp }
        guard let token = SecretToken(.setUp, presented: presented), let link, link.digest.matches(token.digest),
            time < link.expiresAt
        else {
            throw DomainError.unusableSetUpLink
        }
    }
}
