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

    /// The end of a connection that a request came from.
    package struct Client: Sendable {
        package let address: IPAddress?
        /// The browser and its system, such as "Firefox on Linux".
        package let browser: String?

        package init(address: IPAddress?, browser: String?) {
            self.address = address
            self.browser = browser
        }
    }

    package let actor: Actor
    private let findClient: @Sendable () -> Client?

    /// - Parameter client: evaluated for each entry that is written; `nil` for the server and its commands.
    package init(_ actor: Actor, from client: @autoclosure @escaping @Sendable () -> Client? = nil) {
        self.actor = actor
        findClient = client
    }

    private init(_ actor: Actor, like origin: AuditOrigin) {
        self.actor = actor
        findClient = origin.findClient
    }

    package var client: Client? { findClient() }

    /// The same client, known as somebody else.
    package func acting(as actor: Actor) -> AuditOrigin {
        AuditOrigin(actor, like: self)
    }

    /// The origin of the current task's changes.
    @TaskLocal package static var current = AuditOrigin(.server)
}
