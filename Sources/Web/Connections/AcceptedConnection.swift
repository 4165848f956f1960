import HummingbirdCore
package import NIOCore
import Synchronization

/// An accepted connection between the listener and the task that serves it; a refused one has no requests.
///
/// If the server stops in between, nobody serves the connection. It is closed then, since the framework ends the
/// process when a connection is released without being closed.
package final class AcceptedConnection: ServerChildChannelValue {
    package let channel: any Channel
    private let http: Mutex<HTTP1Channel.Value?>

    init(_ channel: any Channel, http: HTTP1Channel.Value?) {
        self.channel = channel
        self.http = Mutex(http)
    }

    deinit {
        guard let http = take() else { return }
        Task { try? await http.executeThenClose { _, _ in } }
    }

    /// The connection's requests, for the first caller; `nil` for every caller after that.
    func take() -> HTTP1Channel.Value? {
        http.withLock { http in
            defer { http = nil }
            return http
        }
    }
}
