package import Domain
import Synchronization

/// The address under which people's browsers reach the server, for links that are handed to people.
package final class PublicAddress: Sendable {
    private let text: Mutex<String>

    package init(_ text: String) {
        self.text = Mutex(text)
    }

    /// Sets the address of a server that chose its port itself.
    package func settle(_ address: String) {
        text.withLock { $0 = address }
    }

    /// The address of a path on this server.
    func url(_ path: String) -> String {
        text.withLock { $0 } + path
    }

    /// A link with a secret in its fragment, which browsers send to no server and write in no log.
    package func link(to page: String, carrying token: SecretToken) -> String {
        url("/\(page)#\(token.text)")
    }
}
