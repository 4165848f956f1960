/// A browser that has signed in to an account before, recognized by a cookie that outlives its sessions.
///
/// Repeated wrong passwords delay sign-ins from unknown browsers, but not from the account's known browsers (OWASP's
/// device cookies). The cookie alone gives no access.
package enum KnownBrowser {
    package static let cookieName = "__device"
    package static let lifetime: Duration = .seconds(365 * 86_400)
    /// The maximum per person; the most recent ones are stored.
    package static let maximumPerUser = 50
}

/// A known browser to be stored.
package struct NewKnownBrowser: Sendable {
    package let id: KnownBrowserID
    package let digest: SecretDigest

    package init(id: KnownBrowserID, digest: SecretDigest) {
        self.id = id
        self.digest = digest
    }
}
