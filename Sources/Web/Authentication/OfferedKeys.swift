import Domain
import Synchronization

/// The keys for authenticator apps that are shown to people who set up a second factor, until a code proves that the app
/// has the key. They are stored in memory, one for each signed-in browser, for half an hour after they were first shown.
final class OfferedKeys: Sendable {
    private struct Offer {
        let key: AuthenticatorKey
        let expiresAt: Timestamp
    }

    private let offers = Mutex(OldestFirst<BrowserSessionID, Offer>(capacity: 1000))

    /// The key that was shown in the browser; `nil` if none was, or too long ago.
    func key(in browser: BrowserSessionID, at time: Timestamp) -> AuthenticatorKey? {
        offers.withLock { $0[browser].flatMap { time < $0.expiresAt ? $0.key : nil } }
    }

    /// The key to show in the browser: the same again, or a new one.
    func keyToShow(in browser: BrowserSessionID, at time: Timestamp) -> AuthenticatorKey {
        if let known = key(in: browser, at: time) { return known }
        let offer = Offer(key: .random(), expiresAt: time + .seconds(1800))
        offers.withLock { $0[browser] = offer }
        return offer.key
    }

    func remove(in browser: BrowserSessionID) {
        offers.withLock { $0[browser] = nil }
    }
}
