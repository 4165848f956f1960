import Domain

/// The origin of a request to sign in or to join, and the cookies of earlier visits in the browser.
struct Visitor: Sendable {
    let network: ClientAddress
    /// The secret that proves that the browser has signed in before.
    let device: SecretToken?
    /// The cookie of the browser's current session, which signing in replaces.
    let session: SecretToken?
    /// The browser and its system, such as "Firefox on Linux"; `nil` if it isn't known.
    var deviceName: String?
    /// Whether it identifies as a browser, as all current browsers do. A program that signs in gets only its session's
    /// cookie: one `Set-Cookie`, as documented.
    var isBrowser = true
    /// Whether the client has closed the connection, so that nobody would read the response.
    let isGone: @Sendable () async -> Bool
}
