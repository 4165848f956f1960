/// A browser that has signed in to an account before, by a cookie that outlives its sessions.
///
/// Whoever guesses at an account makes strangers wait, never the browsers that its owner uses (OWASP's device cookies).
/// It opens nothing by itself.
package enum KnownBrowser {
    package static let cookieName = "__device"
    package static let lifetime: Duration = .seconds(365 * 86_400)
    /// How many of one person are kept, the latest.
    package static let maximumPerUser = 50
}

/// A known browser that is about to be noted.
package struct NewKnownBrowser: Sendable {
    package let id: KnownBrowserID
    package let digest: SecretDigest

    package init(id: KnownBrowserID, digest: SecretDigest) {
        self.id = id
        self.digest = digest
    }
}
