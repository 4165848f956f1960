import Domain

/// Where a request comes from that is about to prove who makes it, and what the browser has of earlier times.
struct Visitor: Sendable {
    let network: ClientAddress
    /// What proves that the browser has signed in before.
    let device: SecretToken?
    /// The cookie of the browser's present session, which signing in replaces.
    let session: SecretToken?
    /// The browser and its system, such as "Firefox on Linux", if it says so.
    var deviceName: String?
    /// Whether it says that it is a browser, as all current ones do. To a program that signs in nothing is told but its
    /// session: one `Set-Cookie`, as documented.
    var isBrowser = true
    /// Whether the client has closed the connection, so that nobody reads the answer.
    let isGone: @Sendable () async -> Bool
}
