package import NIOSSL
import Synchronization

/// The certificate and the key with which new connections are encrypted. They can be replaced while the server runs.
package final class ServerIdentity: Sendable {
    private let context: Mutex<NIOSSLContext>

    package init(_ context: NIOSSLContext) {
        self.context = Mutex(context)
    }

    /// Connections that are open keep what they began with.
    package func replace(with context: NIOSSLContext) {
        self.context.withLock { $0 = context }
    }

    func makeHandler() -> NIOSSLServerHandler {
        NIOSSLServerHandler(context: context.withLock(\.self))
    }
}
