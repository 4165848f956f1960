/// How long browsers stay signed in.
package struct BrowserSessionLimits: Equatable, Sendable {
    package static let standard = BrowserSessionLimits(idle: .seconds(7 * 86_400), maximum: .seconds(30 * 86_400))

    /// After the last recorded use.
    package let idle: Duration
    /// After signing in, however much the browser is used.
    package let maximum: Duration

    package init(idle: Duration, maximum: Duration) {
        self.idle = idle
        self.maximum = maximum
    }

    package func expiry(ofBrowserSignedInAt start: Timestamp, lastUsedAt: Timestamp) -> Timestamp {
        min(start + maximum, lastUsedAt + idle)
    }
}
