import Domain
import Synchronization

/// Sign-ins with the right password whose second factor is missing yet. A browser holds the token of its one in a cookie,
/// which gives access to nothing but the second step.
///
/// They are stored in memory for ten minutes. Each allows five attempts, one at a time, and one success.
final class PendingSignIns: Sendable {
    static let cookieName = "__sign_in"
    static let lifetime: Duration = .seconds(600)
    private static let attempts = 5
    private static let capacity = 10_000

    struct Entry: Sendable {
        let user: User
        /// Of the password that was right. Once it is another one, the entry is worth nothing.
        let passwordHash: String
        fileprivate let digest: SecretDigest
        fileprivate let expiresAt: Timestamp
        fileprivate var attempts: Int
    }

    private let entries = Mutex(OldestFirst<String, Entry>(capacity: PendingSignIns.capacity))

    /// - Returns: the token for the browser's cookie.
    func add(_ user: User, passwordHash: String, at time: Timestamp) -> SecretToken {
        let token = SecretToken(.pendingSignIn)
        let entry = Entry(
            user: user, passwordHash: passwordHash, digest: token.digest, expiresAt: time + Self.lifetime,
            attempts: Self.attempts)
        entries.withLock { $0[token.publicID] = entry }
        return token
    }

    /// Whether the token still stands for a sign-in.
    func has(_ token: SecretToken, at time: Timestamp) -> Bool {
        entries.withLock { $0[token.publicID]?.isOpened(by: token, at: time) ?? false }
    }

    /// Takes the entry for an attempt. No other attempt can be made with the token meanwhile.
    ///
    /// - Returns: `nil` for a token that stands for no sign-in any more.
    func take(_ token: SecretToken, at time: Timestamp) -> Entry? {
        entries.withLock { entries in
            guard let entry = entries[token.publicID], entry.isOpened(by: token, at: time) else { return nil }
            entries[token.publicID] = nil
            return entry
        }
    }

    /// Puts an entry back after an attempt that failed, unless it was the last one.
    func putBack(_ entry: Entry, of token: SecretToken) {
        guard entry.attempts > 1 else { return }
        var rest = entry
        rest.attempts -= 1
        entries.withLock { $0[token.publicID] = rest }
    }
}

extension PendingSignIns.Entry {
    fileprivate func isOpened(by token: SecretToken, at time: Timestamp) -> Bool {
        digest.matches(token.digest) && time < expiresAt
    }
}
