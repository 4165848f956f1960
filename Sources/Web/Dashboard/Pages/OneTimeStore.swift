import Domain
import Synchronization

/// Secrets that a page shows once. The form that creates a secret redirects to the page, so that reloading the page
/// doesn't create another.
///
/// They are stored in memory for five minutes, and only for the browser that sent the form.
final class OneTimeStore<Secret: Sendable>: Sendable {
    private struct Entry {
        let secret: Secret
        let browser: BrowserSessionID
        let expiresAt: Timestamp
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// - Returns: the name to pass to `take`.
    func put(_ secret: Secret, for browser: BrowserSessionID, at time: Timestamp) -> String {
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        entries.withLock { entries in
            entries = entries.filter { $0.value.expiresAt > time }
            entries[name] = Entry(secret: secret, browser: browser, expiresAt: time + .seconds(300))
        }
        return name
    }

    /// - Returns: `nil` for a secret that was already taken, has expired or belongs to another browser.
    func take(_ name: String, for browser: BrowserSessionID, at time: Timestamp) -> Secret? {
        entries.withLock { entries in
            guard let entry = entries[name], entry.browser == browser else { return nil }
            entries[name] = nil
            return entry.expiresAt > time ? entry.secret : nil
        }
    }
}
