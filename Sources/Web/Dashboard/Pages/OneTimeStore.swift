import Domain
import Synchronization

/// Values that a page shows once, after the form that made them, such as secrets: the form's answer leads to the page,
/// so that loading the page again makes no second secret.
///
/// They are stored in memory for five minutes, and only for the browser that sent the form.
final class OneTimeStore<Value: Sendable>: Sendable {
    private struct Entry {
        let value: Value
        let browser: BrowserSessionID
        let expiresAt: Timestamp
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// - Returns: the name to pass to `take`.
    func put(_ value: Value, for browser: BrowserSessionID, at time: Timestamp) -> String {
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        entries.withLock { entries in
            entries = entries.filter { $0.value.expiresAt > time }
            entries[name] = Entry(value: value, browser: browser, expiresAt: time + .seconds(300))
        }
        return name
    }

    /// - Returns: `nil` for a secret that was already taken, has expired or belongs to another browser.
    func take(_ name: String, for browser: BrowserSessionID, at time: Timestamp) -> Value? {
        entries.withLock { entries in
            guard let entry = entries[name], entry.browser == browser else { return nil }
            entries[name] = nil
            return entry.expiresAt > time ? entry.value : nil
        }
    }
}
