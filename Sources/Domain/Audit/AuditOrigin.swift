/// Who causes the changes that are made now, and from where. The entries of the audit log that the changes write carry it.
package struct AuditOrigin: Sendable {
    package enum Actor: Sendable {
        /// The server itself, such as a scheduled deletion.
        case server
        /// A command on the server's machine.
        case administrator
        /// Somebody who isn't signed in.
        case visitor
        case user(UserID, name: String)
        case apiKey(APIKeyID, name: String)
    }

    package let actor: Actor
    /// The client's address; `nil` for the server and its commands.
    package let address: IPAddress?
    /// The client's browser and system, such as "Firefox on Linux", if it is a browser.
    package let browser: String?

    package init(_ actor: Actor, address: IPAddress? = nil, browser: String? = nil) {
        self.actor = actor
        self.address = address
        self.browser = browser
    }

    /// The origin of the current task's changes.
    @TaskLocal package static var current = AuditOrigin(.server)
}
